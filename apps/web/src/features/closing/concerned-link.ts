import type { StaffKey } from '../../lib/routes.ts'
import type { CheckCode, Concerned } from './queries.ts'

interface ConcernedLink {
  href: string
  label: StaffKey
}

/** Where a point of a check is settled; null when only time settles it. */
export function concernedLink(code: CheckCode, concerned: Concerned): ConcernedLink | null {
  const { personId, activityId, declarationId, detail } = concerned
  switch (code) {
    case 'declarations-unreviewed':
    case 'questions-open':
    case 'contributions-outdated':
    case 'receipts-missing':
    case 'cash-at-hand':
      return {
        href: `/gestion/declarations/${declarationId}`,
        label: 'closing.checks.openDeclaration',
      }
    case 'declarations-missing':
    case 'declarations-postponed':
    case 'contracts-ended':
      return { href: `/gestion/personnes/${personId}`, label: 'closing.checks.openPerson' }
    case 'accounts-negative':
      return { href: `/gestion/comptes/${activityId}`, label: 'closing.checks.openAccount' }
    case 'previous-month-open':
      return { href: `/gestion/cloture/${detail}`, label: 'closing.checks.openMonth' }
    case 'rates-missing':
      return { href: '/gestion/reglages/devises', label: 'closing.checks.openRates' }
    case 'settings-missing':
      return { href: '/gestion/reglages/valeurs', label: 'closing.checks.openSettings' }
    case 'month-not-begun':
    case 'month-not-over':
      return null
  }
}
