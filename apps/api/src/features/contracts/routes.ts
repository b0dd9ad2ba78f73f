import { contractsEndpoints } from '@terreau/protocol/contracts'
import { mount, type Router } from '../../platform/http/mount.ts'
import { mountAmendments } from './amendments/routes.ts'
import { cancelContract } from './cancel-contract.ts'
import { mountCesa } from './cesa/routes.ts'
import { contractChoices } from './contract-choices.ts'
import { contractRow } from './contract-row.ts'
import { createContract } from './create-contract.ts'
import { contractFile } from './document.ts'
import { editContract } from './edit-contract.ts'
import { mountContractLife } from './life/routes.ts'
import { listContracts } from './list-contracts.ts'
import { onlyOwn, ownContracts } from './own-contracts.ts'
import { contractDetail } from './queries.ts'
import { mountRegister } from './register/routes.ts'
import { sendContract } from './send-contract.ts'
import { mountExitSurveys } from './surveys/routes.ts'

const [choices, create, edit, list, detail, sending, document, cancellation, ownList, ownDocument] =
  contractsEndpoints

export function mountContracts(router: Router): void {
  mountContractLife(router)
  mountCesa(router)
  mountRegister(router)
  mountAmendments(router)
  mountExitSurveys(router)
  mount(router, choices, ({ tx, ctx, params }) => contractChoices(tx, ctx, params.personId))
  mount(router, create, ({ ctx, params, body }) => createContract(ctx, { ...params, ...body }))
  mount(router, edit, ({ ctx, params, body }) => editContract(ctx, { ...params, ...body }))
  mount(router, list, ({ tx, ctx, query }) => listContracts(tx, ctx, query))
  mount(router, detail, ({ tx, ctx, params }) => contractDetail(tx, ctx, params.contractId))
  mount(router, sending, ({ ctx, params }) => sendContract(ctx, params))
  mount(router, document, async ({ tx, ctx, params, query }) =>
    contractFile(tx, ctx, await contractRow(tx, ctx, params.contractId), query.stage),
  )
  mount(router, cancellation, ({ ctx, params, body }) =>
    cancelContract(ctx, { ...params, ...body }),
  )
  mount(router, ownList, ({ tx, ctx }) => ownContracts(tx, ctx))
  mount(router, ownDocument, async ({ tx, ctx, params, query }) => {
    const contract = onlyOwn(ctx, await contractRow(tx, ctx, params.contractId))
    return contractFile(tx, ctx, contract, query.stage)
  })
}
