import { SETTING_KEYS } from '@terreau/domain/settings/dated-settings'
import { laterOf } from '@terreau/domain/time/local-date'
import { firstDay, type YearMonth } from '@terreau/domain/time/year-month'
import { ensureUser, grantRole, insertCooperative } from '../../features/access/index.ts'
import { createScheme } from '../../features/settings/create-scheme.ts'
import { enterExchangeRate } from '../../features/settings/enter-exchange-rate.ts'
import { enterSetting } from '../../features/settings/enter-setting.ts'
import type { Actor } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { type Calendar, OPEN } from './calendar.ts'
import {
  COOPERATIVE,
  RATES,
  SCHEME_KEYS,
  SCHEMES,
  SETTINGS,
  STAFF,
  type StaffRole,
} from './cooperative-data.ts'
import { randomOf } from './random.ts'
import { asCommand, asStaff, type Scene } from './stage.ts'

const SOURCE = 'Décision inventée pour la démonstration'
const RATE_SOURCE = 'Cours inventé pour la démonstration'
const STAFF_ROLES: readonly StaffRole[] = ['direction', 'adviser', 'accountant', 'observer']

/** Makes the cooperative, marked as a demonstration, and the people who work for it. */
const openCooperative = mutation<{ firstMonth: YearMonth }, Map<StaffRole, Actor>>({
  access: 'system',
  async run(tx, ctx, { firstMonth }) {
    const id = ctx.cooperativeId
    await insertCooperative(tx, { ...COOPERATIVE, id, firstMonth, isDemo: true })
    const staff = new Map<StaffRole, Actor>()
    for (const role of STAFF_ROLES) {
      const { displayName, email } = STAFF[role]
      const user = { id: randomOf('user', role).uuid(), email, displayName, locale: 'fr' as const }
      const userId = await ensureUser(tx, user)
      await grantRole(tx, ctx, { userId, role, personId: null })
      staff.set(role, {
        kind: 'person',
        userId,
        personIds: [],
        roles: [role],
        sessionId: '',
        displayName,
        assurance: 'demo',
      })
    }
    const granted = [...staff].map(([role, actor]) => ({
      action: 'role.granted' as const,
      entity: { kind: 'user', id: actor.kind === 'person' ? actor.userId : '' },
      after: { role },
    }))
    const created = {
      action: 'cooperative.created' as const,
      entity: { kind: 'cooperative', id },
      after: { ...COOPERATIVE, firstMonth, isDemo: true },
    }
    return { value: staff, audit: [created, ...granted] }
  },
})

/** The cooperative, what it decided, and the rates of the months. */
export function setUpScenes(calendar: Calendar): Scene[] {
  const opening = {
    at: calendar.moment(calendar.adoptedOn, '06:00'),
    play: async (stage, at) => {
      const firstMonth = calendar.month(calendar.first)
      for (const entry of await openCooperative(asCommand(stage, at), { firstMonth })) {
        stage.staff.set(...entry)
      }
    },
  } satisfies Scene
  return [opening, ...settingScenes(calendar), ...schemeScenes(calendar), ...rateScenes(calendar)]
}

function settingScenes(calendar: Calendar): Scene[] {
  const validFrom = firstDay(calendar.month(calendar.first - 12))
  const at = calendar.moment(calendar.adoptedOn, '06:05')
  return SETTING_KEYS.flatMap((key) => {
    const value = SETTINGS[key]
    if (value === undefined) return []
    const setting = { key, validFrom, value, source: SOURCE }
    return [{ at, play: (stage, now) => enterSetting(asStaff(stage, 'direction', now), setting) }]
  })
}

function schemeScenes(calendar: Calendar): Scene[] {
  return SCHEME_KEYS.map((key) => {
    const { suffix, assembly, tiers, ...rest } = SCHEMES[key]
    const decidedOn = calendar.day(...assembly)
    const enteredOn = laterOf(decidedOn, calendar.adoptedOn)
    return {
      at: calendar.moment(enteredOn, '06:10'),
      play: async (stage, at) => {
        const { id } = await createScheme(asStaff(stage, 'direction', at), {
          ...rest,
          tiers,
          code: `AG${decidedOn.slice(0, 4)}-${suffix}`,
          decidedOn,
          decisionReference: 'Assemblée générale de la démonstration',
          replaces: null,
        })
        stage.schemes.set(key, id)
      },
    }
  })
}

/** The rates of a month are entered on the first day of the next one, before anybody declares. */
function rateScenes(calendar: Calendar): Scene[] {
  const months = Array.from({ length: OPEN - calendar.first + 1 }, (_, i) => calendar.first + i)
  return months.flatMap((n) =>
    RATES.filter((rate) => n < OPEN || rate.isMissingInOpenMonth !== true).map((rate) => ({
      at: calendar.moment(calendar.day(n + 1, 1), '05:30'),
      play: (stage, at) =>
        enterExchangeRate(asStaff(stage, 'accountant', at), {
          month: calendar.month(n),
          currency: rate.currency,
          unitsPerEuro: unitsPerEuro(rate, n),
          source: RATE_SOURCE,
        }),
    })),
  )
}

function unitsPerEuro(rate: (typeof RATES)[number], n: number): string {
  const moved = randomOf('rate', rate.currency, n).int(-rate.swing, rate.swing)
  const digits = String(rate.hundredths + moved).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
