import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { keptDocument } from './document.ts'
import { mailParams, personAddress } from './mail-params.ts'
import { lockOwnContract } from './own-contracts.ts'
import { newSigningCode } from './signing-code.ts'

/** Mails a code that signs the document as it is now, and no other. */
export const requestSigningCode = mutation<
  { contractId: string },
  { email: string; expiresAt: string }
>({
  access: 'contract.sign',
  async run(tx, ctx, { contractId }) {
    const contract = await lockOwnContract(tx, ctx, contractId)
    if (contract.state !== 'to_sign') throw new ProblemError('contract-not-to-sign')
    const to = personAddress(contract)
    if (to.address === '') throw new ProblemError('person-has-no-email')
    const document = found(await keptDocument(tx, ctx, contractId, 'to_sign'))
    const made = await newSigningCode(tx, ctx, { contractId, documentSha256: document.sha256 })
    if (made === null) throw new ProblemError('too-many-attempts', { minutes: 60 })
    const params = await mailParams(tx, ctx, contract, `/moi/papiers/${contractId}/signer`)
    const mail = await queueMail(tx, ctx, {
      template: 'signing-code',
      params: { ...params, code: made.code },
      to,
    })
    return {
      value: { email: to.address, expiresAt: made.expiresAt.toISOString() },
      audit: [
        {
          action: 'contract.signing-code-sent',
          entity: { kind: 'contract', id: contractId },
          after: { mailId: mail.mailId, documentSha256: document.sha256.toString('hex') },
        },
      ],
      jobs: [mail],
    }
  },
})
