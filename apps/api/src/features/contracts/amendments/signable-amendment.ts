import { contractTransition } from '@terreau/domain/contracts/transitions'
import { fullName } from '@terreau/domain/names/full-name'
import { contractSummaryWords } from '@terreau/i18n/contract-summary'
import { formatCents, formatDate } from '@terreau/i18n/format'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { refuse } from '../../../platform/problem-error.ts'
import type { Effects, SignableKind, SubjectOfSignature } from '../../../platform/signable-kind.ts'
import { printedCooperative } from '../../settings/index.ts'
import { type ContractRow, contractRow } from '../contract-row.ts'
import { contributionSentences } from '../plain-summary.ts'
import { type AmendmentRow, amendmentRow, setAmendmentState } from './amendment-row.ts'
import { AMENDMENT_SUBJECT, schemesOf } from './document.ts'
import { acceptEffect } from './draft-amendment.ts'
import { lockAmendment } from './send-amendment.ts'

/** How an amendment is signed: the person first, then the cooperative, and it holds from its day. */
export const signableAmendment: SignableKind = {
  kind: AMENDMENT_SUBJECT,
  async parties(tx, ctx, subjectId) {
    const { contract } = await read(tx, ctx, subjectId)
    const { givenName, familyName } = contract.person
    const { signatory } = await printedCooperative(tx, ctx.cooperativeId)
    return [
      {
        side: 'person',
        personId: contract.personId,
        printedName: fullName({ givenName, familyName }),
      },
      { side: 'cooperative', personId: null, printedName: signatory.name },
    ]
  },
  async summary(tx, ctx, subjectId) {
    const of = await read(tx, ctx, subjectId)
    return { fr: await plain(tx, ctx, of, 'fr'), en: await plain(tx, ctx, of, 'en') }
  },
  onPartySigned: (tx, ctx, of) => move(tx, ctx, of, 'sign'),
  onSigned: (tx, ctx, of) => move(tx, ctx, of, 'countersign'),
  onRefused: (tx, ctx, of) => move(tx, ctx, of, 'recall'),
  onExpired: (tx, ctx, of) => move(tx, ctx, of, 'recall'),
  onWithdrawn: (tx, ctx, of) => move(tx, ctx, of, 'recall'),
}

interface Of {
  contract: ContractRow
  amendment: AmendmentRow
}

async function read(tx: Tx, ctx: Context, amendmentId: string): Promise<Of> {
  const amendment = await amendmentRow(tx, ctx, amendmentId)
  return { amendment, contract: await contractRow(tx, ctx, amendment.contractId) }
}

async function plain(tx: Tx, ctx: Context, of: Of, locale: 'fr' | 'en'): Promise<string[]> {
  const t = contractSummaryWords(locale)
  const { contract, amendment } = of
  const { fixedPartCents, minimumActivity, means } = amendment.changes
  const contribution = await schemesOf(tx, ctx, of)
  return [
    t('amendment.what', { number: contract.number }),
    t('amendment.when', { date: formatDate(amendment.effectiveOn, locale) }),
    ...(contribution ? contributionSentences(contribution.after, contract.kind, locale) : []),
    ...(fixedPartCents
      ? [t('amendment.pay', { amount: formatCents(BigInt(fixedPartCents.after), locale) })]
      : []),
    ...(means || minimumActivity ? [t('amendment.clauses')] : []),
    t('amendment.rest'),
  ]
}

const ACTIONS = {
  sign: 'contract.amendment-signed',
  countersign: 'contract.amendment-countersigned',
  recall: 'contract.amendment-recalled',
} as const

async function move(
  tx: Tx,
  ctx: Context,
  { subjectId, documentSha256 }: SubjectOfSignature,
  act: keyof typeof ACTIONS,
): Promise<Effects> {
  const amendment = await lockAmendment(tx, ctx, subjectId)
  const next = contractTransition(amendment.state, act)
  if (!next.ok) refuse(next.refusal)
  if (next.value === 'ended') throw new Error('no signature ends an amendment')
  if (next.value === 'active') {
    // The books may have closed its month while it waited: what is closed never changes.
    const contract = await contractRow(tx, ctx, amendment.contractId)
    await acceptEffect(tx, ctx, contract, { effectiveOn: amendment.effectiveOn, changes: 1 })
  }
  await setAmendmentState(tx, ctx, amendment, next.value)
  const entity = { kind: 'contract', id: amendment.contractId }
  const after = { amendmentId: amendment.id, n: amendment.n, documentSha256 }
  return { audit: [{ action: ACTIONS[act], entity, after }], jobs: [] }
}
