import { canAny } from '@terreau/domain/access/permissions'
import { Redirect, Route, Switch, useLocation } from 'wouter'
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
import { handedPage, useHandedScreen } from '../lib/handed-screen.ts'
import { guard, type StaffRoute } from '../lib/routes.ts'
import type { Session } from '../lib/session.ts'
import { HandedLayout } from '../ui/staff/handed-layout.tsx'
import { Loading } from '../ui/staff/loading.tsx'
import { type NavLink, StaffLayout } from '../ui/staff/staff-layout.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { fetchedPage } from './fetched-page.tsx'
import { StaffForbidden, StaffLoadFailed, StaffNotFound } from './staff-states.tsx'

/** Every page of the staff shell. Each feature brings its own list. */
const staffRoutes: readonly StaffRoute[] = [
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

const pages = staffRoutes.map(({ path, permission, page }) => ({
  path,
  permission,
  Content: fetchedPage(page, Loading),
}))

/** Where a second factor is set up: until then the API refuses staff everything else. */
const SECURITY_PAGE = '/gestion/reglages/securite'

/** The pages, in the frame, for someone who is signed in. */
export function StaffRouter({ session }: { session: Session }) {
  const [location] = useLocation()
  const handed = useHandedScreen()
  if (session.mustSetUpTotp && location !== SECURITY_PAGE) {
    return <Redirect to={SECURITY_PAGE} replace />
  }
  if (handed !== null && location !== handedPage(handed))
    return <Redirect to={handedPage(handed)} replace />
  const content = (
    <ErrorBoundary
      resetKey={location}
      fallback={(error) => (
        <StaffLoadFailed error={error} onRetry={() => window.location.reload()} />
      )}
    >
      <Switch>
        {pages.map(({ path, Content, permission }) => (
          <Route key={path} path={path}>
            {guard(session, permission) === 'open' ? (
              <Content />
            ) : (
              <StaffForbidden permission={permission} />
            )}
          </Route>
        ))}
        <Route>
          <StaffNotFound />
        </Route>
      </Switch>
    </ErrorBoundary>
  )
  if (handed !== null) return <HandedLayout>{content}</HandedLayout>
  return <StaffLayout links={navLinks(session)}>{content}</StaffLayout>
}

function navLinks(session: Session): NavLink[] {
  return staffRoutes.flatMap(({ nav, path, permission }) => {
    const isOpen =
      permission === 'public' || permission === 'signed-in' || canAny(session.roles, permission)
    return nav && isOpen ? [{ ...nav, href: path }] : []
  })
}
