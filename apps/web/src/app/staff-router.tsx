import { Redirect, Route, Switch, useLocation } from 'wouter'
import { handedPage, useHandedScreen } from '../lib/handed-screen.ts'
import { guard } from '../lib/routes.ts'
import type { Session } from '../lib/session.ts'
import { HandedLayout } from '../ui/staff/handed-layout.tsx'
import { Loading } from '../ui/staff/loading.tsx'
import { StaffLayout } from '../ui/staff/staff-layout.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { fetchedPage } from './fetched-page.tsx'
import { navLinks, staffRoutes } from './staff-pages.ts'
import { StaffForbidden, StaffLoadFailed, StaffNotFound } from './staff-states.tsx'

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
  const content = <StaffContent session={session} />
  if (handed !== null) return <HandedLayout>{content}</HandedLayout>
  return <StaffLayout links={navLinks(session)}>{content}</StaffLayout>
}

/** The page of the address, or the refusal that says whose page it is. */
export function StaffContent({ session }: { session: Session }) {
  const [location] = useLocation()
  return (
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
}
