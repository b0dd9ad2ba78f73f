import type { PhoneCatalogue } from '@terreau/i18n/catalogue-phone'
import { Route, Switch } from 'wouter'
import { phoneRoutes as access } from '../features/access/phone-routes.tsx'
import { phoneRoutes as attestations } from '../features/attestations/phone-routes.tsx'
import { phoneRoutes as contracts } from '../features/contracts/phone-routes.tsx'
import { phoneRoutes as declarations } from '../features/declarations/phone-routes.tsx'
import { phoneRoutes as interviews } from '../features/interviews/phone-routes.tsx'
import { phoneRoutes as ledger } from '../features/ledger/phone-routes.tsx'
import { phoneRoutes as onboarding } from '../features/onboarding/phone-routes.tsx'
import { phoneRoutes as pay } from '../features/pay/phone-routes.tsx'
import { phoneRoutes as personalData } from '../features/personal-data/phone-routes.tsx'
import { phoneRoutes as rightToWork } from '../features/right-to-work/phone-routes.tsx'
import { phoneRoutes as signatures } from '../features/signatures/phone-routes.tsx'
import { phoneRoutes as tutoring } from '../features/tutoring/phone-routes.tsx'
import type { PhoneRoute } from '../lib/routes.ts'
import { Loading } from '../ui/phone/loading.tsx'
import { phoneWords } from '../ui/phone/words.ts'
import { fetchedPage } from './fetched-page.tsx'
import { PhoneGuard } from './phone-guard.tsx'
import { PhoneNotFound } from './phone-states.tsx'

type Part = keyof PhoneCatalogue

/** The list of each feature, with the parts of the catalogue that all its pages show. */
const FEATURES: readonly (readonly [routes: readonly PhoneRoute[], words: readonly Part[]])[] = [
  [access, ['access']],
  [onboarding, []],
  [signatures, ['signaturesPhone']],
  [contracts, []],
  [declarations, []],
  [ledger, ['account']],
  [pay, ['salaryPhone']],
  [attestations, ['attestationsPhone']],
  [rightToWork, ['rightToWorkPhone', 'permitKinds']],
  [personalData, ['personalDataPhone']],
  [interviews, ['interviewsPhone']],
  [tutoring, ['tutoringPhone']],
]

/** Every page of the phone shell, fetched with its words. */
const pages = FEATURES.flatMap(([routes, words]) =>
  routes.map((route) => ({
    path: route.path,
    permission: route.permission,
    Content: fetchedPage(async () => {
      const [page] = await Promise.all([
        route.page(),
        phoneWords.need([...words, ...(route.words ?? [])]),
      ])
      return page
    }, Loading),
  })),
)

export function PhoneRouter() {
  return (
    <Switch>
      {pages.map(({ path, Content, permission }) => (
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
  )
}
