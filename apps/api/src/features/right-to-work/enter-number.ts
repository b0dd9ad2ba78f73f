import { randomUUID } from 'node:crypto'
import { parseIban } from '@terreau/domain/identity/iban'
import { parseNir } from '@terreau/domain/identity/nir'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { masked } from '../../platform/sealing/masked.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'
import { byTwo } from '../../platform/two-person-kind.ts'
import { personExists } from '../people/index.ts'
import { refuseAlone } from '../settings/index.ts'
import { type NumberKind, needsNir, sealedNumberPlace } from './numbers.ts'

interface Entered {
  personId: string
  kind: NumberKind
  value: string
}

const INDEX_DIGITS = 16

/** Writes a number, checked by its own key and sealed; only dots of it are ever shown in a list. */
export const enterNumber = mutation<Entered, { isKnownElsewhere: boolean }>({
  access: 'number.edit',
  async run(tx, ctx, input) {
    await personExists(tx, ctx, input.personId)
    if (input.kind === 'iban') await refuseAlone(tx, ctx)
    if (input.kind === 'nir' && !(await needsNir(tx, ctx.cooperativeId, input.personId)))
      throw new ProblemError('nir-not-needed')
    const number = readNumber(input)
    const blindIndex = blindIndexOf(ctx, input.kind, number)
    const isKnownElsewhere = await isKnown(tx, ctx, input, blindIndex)
    await write(tx, ctx, input, { number, blindIndex })
    return { value: { isKnownElsewhere }, audit: [entered(input)] }
  },
})

/**
 * The new IBAN waits sealed, where an erasure, a copy and a change of keys find it. Whoever agrees reads
 * its last signs, beside the bank details that the person gave.
 */
export const ibanByTwo = byTwo('change-iban', {
  async propose(tx, ctx, { act, personId, value }) {
    await personExists(tx, ctx, personId)
    const number = readNumber({ kind: 'iban', value })
    const blindIndex = blindIndexOf(ctx, 'iban', number)
    await write(tx, ctx, { personId, kind: 'proposed_iban' }, { number, blindIndex })
    return { kept: { act, personId, masked: masked(number) }, target: personId, personId }
  },
  async facts(tx, ctx, { personId }) {
    const proposed = await sealedIban(tx, ctx, personId, 'proposed_iban')
    const current = await sealedIban(tx, ctx, personId, 'iban')
    return JSON.stringify([proposed?.blindIndex, current?.blindIndex])
  },
  async carryOut(tx, ctx, kept) {
    const proposed = found(await sealedIban(tx, ctx, kept.personId, 'proposed_iban'))
    const fields = await sealedFields(tx, ctx)
    const number = fields.open(proposed.valueSealed, sealedNumberPlace(proposed.id))
    const { blindIndex } = proposed
    await write(tx, ctx, { personId: kept.personId, kind: 'iban' }, { number, blindIndex })
    await dropProposed(tx, ctx, kept.personId)
    const audit = [entered({ personId: kept.personId, kind: 'iban' })] as const
    return { value: undefined, audit }
  },
  drop: (tx, ctx, { personId }) => dropProposed(tx, ctx, personId),
})

function entered({ personId, kind }: Pick<Entered, 'personId' | 'kind'>) {
  const entity = { kind: 'person', id: personId }
  return { action: 'number.entered', entity, after: { kind } } as const
}

function readNumber({ kind, value }: Pick<Entered, 'kind' | 'value'>): string {
  const number = (kind === 'nir' ? parseNir : parseIban)(value)
  if (number !== null) return number
  const errors = [{ pointer: '/body/value', code: `${kind}-wrong` }]
  throw new ProblemError('request-invalid', undefined, errors)
}

async function sealedIban(
  tx: Tx,
  ctx: Context,
  personId: string,
  kind: 'iban' | 'proposed_iban',
): Promise<{ id: string; valueSealed: string; blindIndex: string } | undefined> {
  return tx
    .selectFrom('sealedNumber')
    .select(['id', 'valueSealed', 'blindIndex'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .executeTakeFirst()
}

async function dropProposed(tx: Tx, ctx: Context, personId: string): Promise<void> {
  await tx
    .deleteFrom('sealedNumber')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .where('kind', '=', 'proposed_iban')
    .execute()
}

/** Keyed, per cooperative and kind, cut to 64 bits: it tells "already known" here and nothing elsewhere. */
function blindIndexOf(ctx: Context, kind: NumberKind, number: string): string {
  const purpose = `blind-index|${ctx.cooperativeId}|${kind}`
  return ctx.services.secrets.sign(purpose, number).slice(0, INDEX_DIGITS)
}

async function isKnown(
  tx: Tx,
  ctx: Context,
  { personId, kind }: Entered,
  blindIndex: string,
): Promise<boolean> {
  const other = await tx
    .selectFrom('sealedNumber')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('kind', '=', kind)
    .where('blindIndex', '=', blindIndex)
    .where('personId', '<>', personId)
    .executeTakeFirst()
  return other !== undefined
}

async function write(
  tx: Tx,
  ctx: Context,
  { personId, kind }: { personId: string; kind: NumberKind | 'proposed_iban' },
  { number, blindIndex }: { number: string; blindIndex: string },
): Promise<void> {
  const known = await tx
    .selectFrom('sealedNumber')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
  const id = known?.id ?? randomUUID()
  const fields = await sealedFields(tx, ctx)
  const row = {
    valueSealed: fields.seal(number, sealedNumberPlace(id)),
    blindIndex,
    recordedAt: ctx.now,
    recordedBy: userIdOf(ctx),
  }
  if (known === undefined) {
    const { cooperativeId } = ctx
    await tx
      .insertInto('sealedNumber')
      .values({ cooperativeId, id, personId, kind, ...row })
      .execute()
    return
  }
  await tx
    .updateTable('sealedNumber')
    .set(row)
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', id)
    .execute()
}
