import { accessEndpoints } from '@terreau/protocol/access'
import { mount, type Router } from '../../platform/http/mount.ts'
import { installationState } from './queries.ts'

const [installation] = accessEndpoints

export function mountAccess(router: Router): void {
  mount(router, installation, ({ tx }) => installationState(tx))
}
