import { staffRegisterEndpoints } from '@terreau/protocol/staff-register'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { copyRegister } from './copy-register.ts'
import { readRegister } from './read-register.ts'
import { enterHire, noteChange } from './write-register.ts'

const [read, enter, note, copy] = staffRegisterEndpoints

export function mountRegister(router: Router): void {
  mount(router, read, ({ tx, ctx }) => readRegister(tx, ctx))
  mount(router, enter, ({ ctx, params, body }) => enterHire(ctx, { ...params, ...body }))
  mount(router, note, ({ ctx, body }) => noteChange(ctx, body))
  mount(router, copy, ({ ctx, body }) => copyRegister(ctx, body))
}
