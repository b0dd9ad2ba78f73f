import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Secrets } from '../../platform/secrets.ts'

/** A code is accepted half a minute early or late, for phones whose clock is off. */
const TOLERANCE_SECONDS = 30

export interface StoredTotp {
  totpSecretSealed: string | null
  totpLastStep: bigint | null
}

export function newTotpSecret(): string {
  return generateSecret()
}

/** What the QR code says to an application of codes. */
export function totpUri(account: { email: string; issuer: string; secret: string }): string {
  return generateURI({ issuer: account.issuer, label: account.email, secret: account.secret })
}

export function sealTotpSecret(secrets: Secrets, userId: string, secret: string): string {
  return secrets.seal(secret, placeOf(userId))
}

/**
 * The time step of a right code, or null. A step that was used once is never right again: whoever read
 * the code over a shoulder cannot use it.
 */
export function totpStep(
  secrets: Secrets,
  user: StoredTotp & { id: string },
  typed: string,
  now: Date,
): bigint | null {
  const token = typed.replaceAll(/\s/g, '')
  if (user.totpSecretSealed === null || !/^\d{6}$/.test(token)) return null
  const result = verifySync({
    secret: secrets.open(user.totpSecretSealed, placeOf(user.id)),
    token,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(user.totpLastStep === null ? {} : { afterTimeStep: Number(user.totpLastStep) }),
  })
  return result.valid && 'timeStep' in result ? BigInt(result.timeStep) : null
}

function placeOf(userId: string): string {
  return `app_user/totp_secret/${userId}`
}
