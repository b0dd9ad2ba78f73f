import { staffRoutes as access } from '../features/access/staff-routes.tsx'
import { staffRoutes as activities } from '../features/activities/staff-routes.tsx'
import { staffRoutes as approvals } from '../features/approvals/staff-routes.tsx'
import { staffRoutes as attestations } from '../features/attestations/staff-routes.tsx'
import { staffRoutes as clocks } from '../features/clocks/staff-routes.tsx'
import { staffRoutes as closing } from '../features/closing/staff-routes.tsx'
import { staffRoutes as contracts } from '../features/contracts/staff-routes.tsx'
import { staffRoutes as declarations } from '../features/declarations/staff-routes.tsx'
import { staffRoutes as documents } from '../features/documents/staff-routes.tsx'
import { staffRoutes as home } from '../features/home/staff-routes.tsx'
import { staffRoutes as imports } from '../features/imports/staff-routes.tsx'
import { staffRoutes as interviews } from '../features/interviews/staff-routes.tsx'
import { staffRoutes as ledger } from '../features/ledger/staff-routes.tsx'
import { staffRoutes as onboarding } from '../features/onboarding/staff-routes.tsx'
import { staffRoutes as pay } from '../features/pay/staff-routes.tsx'
import { staffRoutes as people } from '../features/people/staff-routes.tsx'
import { staffRoutes as personalData } from '../features/personal-data/staff-routes.tsx'
import { staffRoutes as rightToWork } from '../features/right-to-work/staff-routes.tsx'
import { staffRoutes as settings } from '../features/settings/staff-routes.tsx'
import { staffRoutes as signatures } from '../features/signatures/staff-routes.tsx'
import { staffRoutes as tutoring } from '../features/tutoring/staff-routes.tsx'
import { guard, type StaffRoute } from '../lib/routes.ts'
import type { Session } from '../lib/session.ts'
import type { NavLink } from '../ui/staff/staff-nav.tsx'

/** Every page of the staff shell. Each feature brings its own list. */
export const staffRoutes: readonly StaffRoute[] = [
  ...home,
  ...access,
  ...people,
  ...documents,
  ...onboarding,
  ...clocks,
  ...activities,
  ...contracts,
  ...signatures,
  ...declarations,
  ...closing,
  ...ledger,
  ...pay,
  ...approvals,
  ...attestations,
  ...tutoring,
  ...rightToWork,
  ...interviews,
  ...personalData,
  ...settings,
  ...imports,
]

/** The entries of the menu that somebody is offered: the pages that open for them, and no other. */
export function navLinks(session: Session): NavLink[] {
  return staffRoutes.flatMap(({ nav, path, permission }) =>
    nav && guard(session, permission) === 'open' ? [{ ...nav, href: path }] : [],
  )
}
