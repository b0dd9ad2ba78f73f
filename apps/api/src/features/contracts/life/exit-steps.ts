import {
  EXIT_CERTIFICATES,
  EXIT_DOCUMENTS,
  EXIT_STEPS,
  type ExitStep,
  exitSteps,
} from '@terreau/domain/contracts/exits'
import type { DocumentKind } from '@terreau/domain/documents/kinds'
import { monthOf } from '@terreau/domain/time/year-month'
import type { contractLifeEndpoints } from '@terreau/protocol/contract-life'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { keepDocument } from '../../documents/index.ts'
import { keepProof, type Proof } from './keep-file.ts'
import { type ContractExit, type LivingContract, lockLiving } from './living-contract.ts'
import { noticeViews } from './notices.ts'

type Life = HandlerOutput<(typeof contractLifeEndpoints)[0]>
type StepView = NonNullable<Life['exit']>['steps'][number]
type Leaving = LivingContract & { exit: ContractExit }

/** The steps of an exit with their state: derived where the rows tell it, else ticked or kept. */
export async function exitStepViews(tx: Tx, ctx: Context, contract: Leaving): Promise<StepView[]> {
  const ticked = await tx
    .selectFrom('contractExitStep as s')
    .leftJoin('appUser as u', 'u.id', 's.doneBy')
    .select(['s.step', 's.doneAt', 's.note', 's.fileId', 'u.displayName as who'])
    .where('s.cooperativeId', '=', ctx.cooperativeId)
    .where('s.contractId', '=', contract.id)
    .execute()
  const issued = await certificatesOf(tx, ctx, contract.id)
  const views: StepView[] = []
  for (const step of exitSteps({ ...contract.exit, kind: contract.kind })) {
    const { nature } = EXIT_STEPS[step]
    const row = ticked.find((each) => each.step === step)
    const certificate = issued.find((each) => each.kind === EXIT_CERTIFICATES[step])
    const isDone = row !== undefined || certificate !== undefined
    const waiting = await waitingFor(tx, ctx, contract, step)
    views.push({
      step,
      nature,
      isDone: nature === 'derived' ? waiting.length === 0 : isDone,
      doneAt: (row?.doneAt ?? certificate?.issuedAt)?.toISOString() ?? null,
      who: row?.who ?? certificate?.who ?? null,
      note: row?.note ?? '',
      fileId: row?.fileId ?? null,
      attestationId: certificate?.id ?? null,
      waiting,
    })
  }
  return views
}

/** The certificates of a contract that are still valid, the latest first. */
function certificatesOf(tx: Tx, ctx: Context, contractId: string) {
  return tx
    .selectFrom('attestation as a')
    .leftJoin('appUser as u', 'u.id', 'a.issuedBy')
    .select(['a.id', 'a.kind', 'a.issuedAt', 'u.displayName as who'])
    .where('a.cooperativeId', '=', ctx.cooperativeId)
    .where('a.contractId', '=', contractId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attestationEnded as r')
            .select('r.attestationId')
            .whereRef('r.cooperativeId', '=', 'a.cooperativeId')
            .whereRef('r.attestationId', '=', 'a.id'),
        ),
      ),
    )
    .orderBy('a.issuedAt', 'desc')
    .execute()
}

interface StepInput {
  contractId: string
  step: ExitStep
}

/** Ticks a step that only a person can vouch for. */
export const tickExitStep = mutation<StepInput & { note?: string | undefined }, undefined>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, step, note }) {
    await lockStep(tx, ctx, { contractId, step }, 'ticked')
    return finish(tx, ctx, { contractId, step, note: note ?? '', fileId: null })
  },
})

/** Keeps a paper of the exit that was made elsewhere, such as the certificate of the payroll office. */
export const keepExitPaper = mutation<StepInput & Proof, undefined>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, step, file }) {
    const { personId } = await lockStep(tx, ctx, { contractId, step }, 'paper')
    const kind = EXIT_DOCUMENTS[step]
    const fileId =
      kind === undefined
        ? await keepProof(tx, ctx, { file })
        : await keepOnFile(tx, ctx, { personId, kind, file })
    return finish(tx, ctx, { contractId, step, note: '', fileId })
  },
})

/** Files a paper among those of the person too, and says where its bytes are. */
async function keepOnFile(
  tx: Tx,
  ctx: Context,
  paper: Proof & { personId: string; kind: DocumentKind },
): Promise<string> {
  const { documentId, version } = await keepDocument(tx, ctx, paper)
  const { fileId } = await tx
    .selectFrom('documentVersion')
    .select('fileId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('documentId', '=', documentId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return fileId
}

async function lockStep(
  tx: Tx,
  ctx: Context,
  { contractId, step }: StepInput,
  nature: 'ticked' | 'paper',
): Promise<LivingContract> {
  const contract = await lockLiving(tx, ctx, contractId, 'exit-step')
  const { exit, kind } = contract
  const isOpen =
    exit !== null &&
    EXIT_STEPS[step].nature === nature &&
    exitSteps({ ...exit, kind }).includes(step)
  if (!isOpen) throw new ProblemError('exit-step-not-ticked')
  return contract
}

async function finish(
  tx: Tx,
  ctx: Context,
  {
    contractId,
    ...done
  }: { contractId: string; step: ExitStep; note: string; fileId: string | null },
) {
  const inserted = await tx
    .insertInto('contractExitStep')
    .values({
      cooperativeId: ctx.cooperativeId,
      contractId,
      ...done,
      doneAt: ctx.now,
      doneBy: userIdOf(ctx),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .executeTakeFirst()
  if (inserted === undefined) return { value: undefined, audit: 'unchanged' } as const
  const entity = { kind: 'contract', id: contractId }
  const entry = { action: 'contract.exit-step-done', entity, after: done } as const
  return { value: undefined, audit: [entry] as const }
}

async function waitingFor(
  tx: Tx,
  ctx: Context,
  contract: Leaving,
  step: ExitStep,
): Promise<string[]> {
  switch (step) {
    case 'final_declaration':
      return undeclaredMonths(tx, ctx, contract)
    case 'notices': {
      const notices = await noticeViews(tx, ctx, contract)
      return notices
        .filter(({ event, sent }) => event === 'early_end' && sent === null)
        .map(({ recipient }) => recipient)
    }
    default:
      return []
  }
}

/** Months of the contract that are over and have no accepted declaration yet. */
async function undeclaredMonths(tx: Tx, ctx: Context, contract: Leaving): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select to_char(m, 'YYYY-MM') as month
      from terreau.cooperative k
     cross join generate_series(
        greatest(date_trunc('month', ${contract.from}::date), (k.first_month || '-01')::timestamp),
        ${`${monthOf(contract.exit.effectiveOn)}-01`}::timestamp, interval '1 month') as m
     where k.id = ${ctx.cooperativeId}
       and not exists (select 1 from terreau.declaration d where d.cooperative_id = k.id
             and d.person_id in ${fileIds(ctx.cooperativeId, contract.personId)} and d.activity_id = ${contract.activityId}
             and d.concerns_month = to_char(m, 'YYYY-MM') and d.state = 'accepted')
     order by m`.execute(tx)
  return rows.map(({ month }) => month)
}
