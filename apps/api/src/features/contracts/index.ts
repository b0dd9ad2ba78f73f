export { type ContractInMonth, contractInMonth } from './contract-in-month.ts'
export { insertContract, type NewContract } from './insert-contract.ts'
export { withdrawImportedContracts } from './withdraw-imported.ts'
export { contractualStages } from './stage.ts'
