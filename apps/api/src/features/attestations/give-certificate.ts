import { X509Certificate } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { DocumentSigner } from '../../platform/signing/cades.ts'
import { readP12 } from '../../platform/signing/read-p12.ts'
import { certificateId, makeKey, restoreKey, retireKey } from './signing-keys.ts'

interface Given {
  /** PKCS#12, base64. */
  p12: string
  password: string
}

/** Seals documents with the cooperative's own certificate from now on. The password is not kept. */
export const giveCertificate = mutation<Given, { subject: string }>({
  access: 'cooperative.settings',
  async run(tx, ctx, given) {
    const signer = openOrRefuse(ctx, given)
    const [own] = signer.chain
    const id = certificateId(own)
    await retireKey(tx, ctx, 'document', { isLeaked: false })
    if (!(await restoreKey(tx, ctx, own))) {
      const made = await makeKey(tx, ctx, 'document', signer)
      if (made === null) throw refusal('p12', 'certificate-leaked')
    }
    const { subject, validTo } = new X509Certificate(own)
    return {
      value: { subject: oneLine(subject) },
      audit: [
        {
          action: 'attestation-key.given',
          entity: { kind: 'cooperative', id: ctx.cooperativeId },
          after: { keyId: id, subject: oneLine(subject), validTo },
        },
      ],
    }
  },
})

function openOrRefuse(ctx: Context, { p12, password }: Given): DocumentSigner {
  const signer = readP12(Buffer.from(p12, 'base64'), password)
  if (signer === 'p12-password-wrong') throw refusal('password', signer)
  if (typeof signer === 'string') throw refusal('p12', signer)
  const { validFromDate, validToDate } = new X509Certificate(signer.chain[0])
  if (validToDate <= ctx.now) throw refusal('p12', 'certificate-over')
  if (validFromDate > ctx.now) throw refusal('p12', 'certificate-not-yet')
  return signer
}

function refusal(field: keyof Given, code: string): ProblemError {
  return new ProblemError('request-invalid', undefined, [{ pointer: `/body/${field}`, code }])
}

/** Names of certificates have one part a line. */
export function oneLine(name: string): string {
  return name.split('\n').join(', ')
}
