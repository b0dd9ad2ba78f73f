export { signableAmendment } from './amendments/signable-amendment.ts'
export { schemeInForce } from './amendments/terms-in-force.ts'
export { type ContractInMonth, contractInMonth } from './contract-in-month.ts'
export { insertContract, type NewContract } from './insert-contract.ts'
export { unprintableTexts } from './missing-contents.ts'
export { signableContract } from './signable-contract.ts'
/** @public */
export { contractualStages } from './stage.ts'
export { withdrawImportedContracts } from './withdraw-imported.ts'
