import { pick } from '@terreau/protocol/endpoint'
import { settingsEndpoints } from '@terreau/protocol/settings'
import { mount, type Router } from '../../platform/http/mount.ts'
import { createScheme } from './create-scheme.ts'
import { enterExchangeRate } from './enter-exchange-rate.ts'
import { enterSetting } from './enter-setting.ts'
import { loadRates } from './load-rates.ts'
import { listExchangeRates, listSettings } from './queries.ts'
import { listSchemes } from './scheme-queries.ts'

export function mountSettings(router: Router): void {
  mount(router, pick(settingsEndpoints, 'GET /settings'), ({ tx, ctx }) =>
    listSettings(tx, ctx.cooperativeId),
  )
  mount(router, pick(settingsEndpoints, 'POST /settings'), ({ ctx, body }) =>
    enterSetting(ctx, body),
  )
  mount(router, pick(settingsEndpoints, 'GET /exchange-rates'), ({ tx, ctx }) =>
    listExchangeRates(tx, ctx.cooperativeId),
  )
  mount(
    router,
    pick(settingsEndpoints, 'PUT /exchange-rates/:month/:currency'),
    ({ ctx, params, body }) => enterExchangeRate(ctx, { ...params, ...body }),
  )
  mount(router, pick(settingsEndpoints, 'POST /exchange-rates/file'), ({ ctx, body }) =>
    loadRates(ctx, { file: body }),
  )
  mount(router, pick(settingsEndpoints, 'GET /schemes'), ({ tx, ctx }) =>
    listSchemes(tx, ctx.cooperativeId),
  )
  mount(router, pick(settingsEndpoints, 'POST /schemes'), ({ ctx, body }) =>
    createScheme(ctx, body),
  )
}
