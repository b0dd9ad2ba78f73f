export { countAttempt } from './attempts.ts'
export {
  ensureUser,
  grantRole,
  insertCooperative,
  type NewCooperative,
} from './create-cooperative.ts'
export { takeBackAccess } from './take-back-access.ts'
