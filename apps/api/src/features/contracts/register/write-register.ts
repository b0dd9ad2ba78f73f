import { hiresToEnter, type RegisterMention } from '@terreau/domain/contracts/staff-register'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { hiresOf, permitAtHire } from './read-register.ts'

interface NewEntry {
  contractId: string
  nationality: string
  sex: 'f' | 'm'
  job: string
  qualification: string
  /** Where an authorisation to hire is required: its day, or that of the request (D1221-23, 7°). */
  authorisationOn: LocalDate | null
}

/**
 * Writes a hire in the register, in the order of the hires (C. trav. L1221-13). The line keeps names and birth
 * as they are today, and never changes.
 */
export const enterHire = mutation<NewEntry, { n: number }>({
  access: 'staff-register.edit',
  async run(tx, ctx, { contractId, ...mentions }) {
    await oneAtATime(tx, ctx)
    const { cooperativeId } = ctx
    const hires = await hiresOf(tx, ctx)
    const hire = found(hires.find((one) => one.contractId === contractId))
    const entered = await tx
      .selectFrom('staffRegisterEntry')
      .select(['contractId', 'n'])
      .where('cooperativeId', '=', cooperativeId)
      .execute()
    const known = new Set(entered.map((one) => one.contractId))
    if (known.has(contractId)) throw new ProblemError('register-entry-exists')
    const [next] = hiresToEnter(hires, known)
    if (next !== undefined && next.hiredOn < hire.hiredOn)
      throw new ProblemError('register-out-of-order', { name: next.personName })
    const person = await tx
      .selectFrom('contract as c')
      .innerJoin('person as p', (join) =>
        join.onRef('p.cooperativeId', '=', 'c.cooperativeId').onRef('p.id', '=', 'c.personId'),
      )
      .select(['p.id', 'p.familyName', 'p.givenName', 'p.bornOn'])
      .where('c.cooperativeId', '=', cooperativeId)
      .where('c.id', '=', contractId)
      .executeTakeFirstOrThrow()
    if (person.bornOn === null) throw new ProblemError('person-birth-unknown')
    const n = Math.max(0, ...entered.map((one) => one.n)) + 1
    await tx
      .insertInto('staffRegisterEntry')
      .values({
        ...mentions,
        cooperativeId,
        n,
        contractId,
        personId: person.id,
        familyName: person.familyName,
        givenNames: person.givenName,
        bornOn: person.bornOn,
        hiredOn: hire.hiredOn,
        permitId: await permitAtHire(tx, cooperativeId, person.id),
        recordedAt: ctx.now,
        recordedBy: userIdOf(ctx),
      })
      .execute()
    const entity = { kind: 'contract', id: contractId }
    return { value: { n }, audit: [{ action: 'register.entered', entity, after: { n } }] }
  },
})

/** A change is a note beside the line, with its day: what was written stays to be read. */
export const noteChange = mutation<
  { entry: number; mention: RegisterMention; words: string; happenedOn: LocalDate },
  void
>({
  access: 'staff-register.edit',
  async run(tx, ctx, { entry, mention, words, happenedOn }) {
    await oneAtATime(tx, ctx)
    const { cooperativeId } = ctx
    const line = found(
      await tx
        .selectFrom('staffRegisterEntry')
        .select('contractId')
        .where('cooperativeId', '=', cooperativeId)
        .where('n', '=', entry)
        .executeTakeFirst(),
    )
    if (happenedOn > ctx.today)
      throw new ProblemError('date-in-the-future', undefined, [
        { pointer: '/body/happenedOn', code: 'date-in-future' },
      ])
    const { count } = await tx
      .selectFrom('staffRegisterNote')
      .select((eb) => eb.fn.countAll<bigint>().as('count'))
      .where('cooperativeId', '=', cooperativeId)
      .where('entryN', '=', entry)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('staffRegisterNote')
      .values({
        cooperativeId,
        entryN: entry,
        n: Number(count) + 1,
        mention,
        words,
        happenedOn,
        recordedAt: ctx.now,
        recordedBy: userIdOf(ctx),
      })
      .execute()
    const entity = { kind: 'contract', id: line.contractId }
    return {
      value: undefined,
      audit: [{ action: 'register.noted', entity, after: { n: entry, mention } }],
    }
  },
})

/** Lines are numbered without a gap: two hands at once write one after the other. */
async function oneAtATime(tx: Tx, { cooperativeId }: Context): Promise<void> {
  await tx
    .selectFrom('cooperative')
    .select('id')
    .where('id', '=', cooperativeId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
