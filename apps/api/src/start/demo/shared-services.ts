import type { SharedServicesNature } from '@terreau/domain/ledger/shared-services'
import { allocate } from '@terreau/domain/money/allocate'
import { cents } from '@terreau/domain/money/cents'
import { divideHalfUp } from '@terreau/domain/money/rate'
import { monthsBetween, type YearMonth, yearMonth, yearOf } from '@terreau/domain/time/year-month'
import { accountOfYear } from '../../features/closing/shared-services/account-of-year.ts'
import { addLine } from '../../features/closing/shared-services/edit-lines.ts'
import { giveAccount } from '../../features/closing/shared-services/give-account.ts'
import { type Calendar, CURRENT, OPEN } from './calendar.ts'
import { asStaff, type Scene } from './stage.ts'

/** What the contributions of the year pay for, in hundredths of what comes in; the rest is left. */
const CHARGES: readonly [SharedServicesNature, percent: bigint, label: string, source: string][] = [
  ['team_pay', 61n, '', 'Comptes 641 et 645, balance du 31/12'],
  ['premises', 14n, 'Loyer et énergie', 'Comptes 613 et 606'],
  ['accountancy', 8n, 'Cabinet et commissaire aux comptes', 'Compte 6226'],
  ['insurance', 6n, 'Responsabilité civile de tous', 'Compte 616'],
  ['training', 4n, 'Ateliers ouverts à tous', 'Compte 6333'],
  ['software', 3n, '', 'Compte 6135'],
]
const LEFT = 4n

/** What is known of the running year already: a draft that nobody but the team reads. */
const DRAFT: readonly [SharedServicesNature, amountCents: bigint, label: string, source: string][] =
  [
    ['premises', 540_000n, 'Loyer de janvier à septembre', 'Compte 613'],
    ['insurance', 186_000n, 'Responsabilité civile de tous', 'Compte 616'],
  ]

/**
 * The account of the financial year in which the books begin, given as soon as it is closed: most of its
 * months were kept elsewhere, and their contributions stand on a line. The running year has a draft. A filling
 * whose first year is not closed gives nothing.
 */
export function sharedServicesScenes(calendar: Calendar): Scene[] {
  const year = yearOf(calendar.month(calendar.first))
  const firstMonth = yearMonth(`${year}-01`)
  const last =
    calendar.first + monthsBetween(calendar.month(calendar.first), yearMonth(`${year}-12`))
  const running = yearMonth(`${yearOf(calendar.month(CURRENT))}-01`)
  return [
    ...(last < OPEN ? [givenScene(calendar, firstMonth, last)] : []),
    ...(running === firstMonth ? [] : [draftScene(calendar, running)]),
  ]
}

function givenScene(calendar: Calendar, firstMonth: YearMonth, last: number): Scene {
  return {
    at: calendar.moment(calendar.day(last + 1, 20), '11:20'),
    play: async (stage, at) => {
      const ctx = asStaff(stage, 'accountant', at)
      const read = () => accountOfYear(stage.tx, ctx, { firstMonth })
      const { months, contributions } = await read()
      const before = BigInt(months.filter(({ state }) => state === 'before').length)
      if (before > 0n) {
        const known = BigInt(months.length) - before
        // A little less a month than in the months that are known.
        const amount = divideHalfUp(contributions.amountCents * before * 9n, known * 10n)
        const line = { label: 'Tableur tenu jusque-là', source: 'Balance analytique' }
        const amountCents = cents(amount)
        await addLine(ctx, { firstMonth, nature: 'contributions_before', amountCents, ...line })
      }
      const { resourcesCents } = await read()
      const amounts = allocate(resourcesCents, [...CHARGES.map(([, percent]) => percent), LEFT])
      for (const [n, [nature, , label, source]] of CHARGES.entries())
        await addLine(ctx, {
          firstMonth,
          nature,
          label,
          source,
          amountCents: cents(amounts[n] ?? 0n),
        })
      const { resultCents } = await read()
      await giveAccount(ctx, { firstMonth, assemblyOn: null, resultCents, sendMails: false })
    },
  }
}

function draftScene(calendar: Calendar, firstMonth: YearMonth): Scene {
  return {
    at: calendar.moment(calendar.day(OPEN, 16), '16:10'),
    play: async (stage, at) => {
      const ctx = asStaff(stage, 'accountant', at)
      for (const [nature, amount, label, source] of DRAFT)
        await addLine(ctx, { firstMonth, nature, label, source, amountCents: cents(amount) })
    },
  }
}
