import type { Router } from '../platform/http/mount.ts'
import { mountAccess } from './access/routes.ts'
import { mountActivities } from './activities/routes.ts'
import { mountApprovals } from './approvals/routes.ts'
import { mountAttestations } from './attestations/routes.ts'
import { mountClocks } from './clocks/routes.ts'
import { mountClosing } from './closing/routes.ts'
import { mountContracts } from './contracts/routes.ts'
import { mountDeclarations } from './declarations/routes.ts'
import { mountDocuments } from './documents/routes.ts'
import { mountHome } from './home/routes.ts'
import { mountInterviews } from './interviews/routes.ts'
import { mountLedger } from './ledger/routes.ts'
import { mountOnboarding } from './onboarding/routes.ts'
import { mountPay } from './pay/routes.ts'
import { mountPeople } from './people/routes.ts'
import { mountPersonalData } from './personal-data/routes.ts'
import { mountRightToWork } from './right-to-work/routes.ts'
import { mountSettings } from './settings/routes.ts'
import { mountSignatures } from './signatures/routes.ts'
import { mountTutoring } from './tutoring/routes.ts'
import { twoPersonKinds } from './two-person-kinds.ts'

/** Every feature, in the order in which they may build on each other. */
export function mountFeatures(router: Router): void {
  mountAccess(router)
  mountSettings(router)
  mountPeople(router)
  mountActivities(router)
  mountDocuments(router)
  mountClocks(router)
  mountRightToWork(router)
  mountSignatures(router)
  mountContracts(router)
  mountLedger(router)
  mountDeclarations(router)
  mountClosing(router)
  mountAttestations(router)
  mountTutoring(router)
  mountOnboarding(router)
  mountPersonalData(router)
  mountInterviews(router)
  mountPay(router)
  mountApprovals(router, twoPersonKinds)
  mountHome(router)
}
