export { countAttempt } from './attempts.ts'
export {
  ensureUser,
  grantRole,
  insertCooperative,
  type NewCooperative,
} from './create-cooperative.ts'
export { handScreenOver } from './handed-screen.ts'
export { takeBackAccess } from './take-back-access.ts'
