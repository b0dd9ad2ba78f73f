import { attestationTemplatesEndpoints } from '@terreau/protocol/attestation-templates'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { previewTemplate } from './preview-template.ts'
import { publishTemplate } from './publish-template.ts'
import { templateVersions } from './queries.ts'

const [versions, preview, publication] = attestationTemplatesEndpoints

export function mountAttestationTemplates(router: Router): void {
  mount(router, versions, ({ tx, ctx, query }) => templateVersions(tx, ctx, query))
  mount(router, preview, ({ tx, ctx, query }) => previewTemplate(tx, ctx, query))
  mount(router, publication, ({ ctx, body }) => publishTemplate(ctx, body))
}
