import type { PasswordFault } from '@terreau/domain/access/password'
import { ProblemError } from '../../platform/problem-error.ts'

/** The refusal of a password, at its field and with the length that is asked for. */
export function weakPassword(
  fault: PasswordFault,
  shortest: number,
  pointer: string,
): ProblemError {
  const params = { least: shortest }
  return new ProblemError('password-too-weak', params, [{ pointer, code: fault, params }])
}
