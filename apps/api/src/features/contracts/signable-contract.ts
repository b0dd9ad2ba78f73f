import { contractTransition } from '@terreau/domain/contracts/transitions'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found, refuse } from '../../platform/problem-error.ts'
import type { Effects, SignableKind, SubjectOfSignature } from '../../platform/signable-kind.ts'
import { refreshAssociateDeadlines } from './associate-deadline.ts'
import { concludeCesa } from './cesa/conclude-cesa.ts'
import { lockContract } from './contract-row.ts'
import { CONTRACT_SUBJECT, sentFacts } from './document.ts'
import { plainSummary } from './plain-summary.ts'
import { setState } from './set-state.ts'
import { requireRightToWork } from './work-gate.ts'

/** How a contract is signed: the person first, then the cooperative, and it is active. */
export const signableContract: SignableKind = {
  kind: CONTRACT_SUBJECT,
  async parties(tx, ctx, subjectId) {
    const contract = await lockContract(tx, ctx, subjectId)
    const { person, signatory } = found(await sentFacts(tx, ctx, subjectId))
    return [
      { side: 'person', personId: contract.personId, printedName: person.fullName },
      { side: 'cooperative', personId: null, printedName: signatory.name },
    ]
  },
  async summary(tx, ctx, subjectId) {
    const facts = found(await sentFacts(tx, ctx, subjectId))
    return { fr: plainSummary(facts, 'fr'), en: plainSummary(facts, 'en') }
  },
  onPartySigned: (tx, ctx, of) => move(tx, ctx, of, { act: 'sign', action: 'contract.signed' }),
  onSigned: (tx, ctx, of) =>
    move(tx, ctx, of, { act: 'countersign', action: 'contract.countersigned' }),
  onRefused: (tx, ctx, of) => move(tx, ctx, of, { act: 'recall', action: 'contract.recalled' }),
  onExpired: (tx, ctx, of) => move(tx, ctx, of, { act: 'recall', action: 'contract.recalled' }),
  onWithdrawn: (tx, ctx, of) => move(tx, ctx, of, { act: 'recall', action: 'contract.recalled' }),
}

async function move(
  tx: Tx,
  ctx: Context,
  { subjectId, documentSha256 }: SubjectOfSignature,
  to: {
    act: 'sign' | 'countersign' | 'recall'
    action: 'contract.signed' | 'contract.countersigned' | 'contract.recalled'
  },
): Promise<Effects> {
  const contract = await lockContract(tx, ctx, subjectId)
  const next = contractTransition(contract.state, to.act)
  if (!next.ok) refuse(next.refusal)
  if (next.value === 'ended') throw new Error('no signature ends a contract')
  // What was learnt while it waited counts too: nobody is hired against a refusal.
  if (next.value === 'active') await requireRightToWork(tx, ctx, contract)
  const concluded = next.value === 'active' ? await concludeCesa(tx, ctx, contract) : []
  await setState(tx, ctx, contract, next.value)
  if (next.value === 'active') await refreshAssociateDeadlines(tx, ctx, contract.personId)
  const entity = { kind: 'contract', id: subjectId }
  const moved = { action: to.action, entity, after: { documentSha256 } }
  return { audit: [...concluded, moved], jobs: [] }
}
