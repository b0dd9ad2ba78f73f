import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { phoneRoutes as access } from '../features/access/phone-routes.tsx'
import { phoneRoutes as attestations } from '../features/attestations/phone-routes.tsx'
import { phoneRoutes as closing } from '../features/closing/phone-routes.tsx'
import { phoneRoutes as contracts } from '../features/contracts/phone-routes.tsx'
import { phoneRoutes as declarations } from '../features/declarations/phone-routes.tsx'
import { phoneRoutes as imports } from '../features/imports/phone-routes.tsx'
import { phoneRoutes as ledger } from '../features/ledger/phone-routes.tsx'
import { phoneRoutes as people } from '../features/people/phone-routes.tsx'
import { phoneRoutes as settings } from '../features/settings/phone-routes.tsx'
import { phoneRoutes as tutoring } from '../features/tutoring/phone-routes.tsx'
import { Loading } from '../ui/phone/loading.tsx'
import { PhoneGuard } from './phone-guard.tsx'
import { PhoneNotFound } from './phone-states.tsx'

/** Every page of the phone shell. Each feature brings its own list. */
export const phoneRoutes = [
  ...access,
  ...people,
  ...contracts,
  ...declarations,
  ...closing,
  ...ledger,
  ...attestations,
  ...tutoring,
  ...settings,
  ...imports,
]

export function PhoneRouter() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {phoneRoutes.map(({ path, page: Content, permission }) => (
          <Route key={path} path={path}>
            <PhoneGuard permission={permission}>
              <Content />
            </PhoneGuard>
          </Route>
        ))}
        <Route>
          <PhoneNotFound />
        </Route>
      </Switch>
    </Suspense>
  )
}
