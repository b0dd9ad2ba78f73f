import { randomUUID } from 'node:crypto'
import { parseIban } from '@terreau/domain/identity/iban'
import { parseNir } from '@terreau/domain/identity/nir'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'
import { personExists } from '../people/index.ts'
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
    if (input.kind === 'nir' && !(await needsNir(tx, ctx.cooperativeId, input.personId)))
      throw new ProblemError('nir-not-needed')
    const number = (input.kind === 'nir' ? parseNir : parseIban)(input.value)
    if (number === null) {
      const errors = [{ pointer: '/body/value', code: `${input.kind}-wrong` }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    const blindIndex = blindIndexOf(ctx, input.kind, number)
    const isKnownElsewhere = await isKnown(tx, ctx, input, blindIndex)
    await write(tx, ctx, input, { number, blindIndex })
    const entity = { kind: 'person', id: input.personId }
    const after = { kind: input.kind }
    return { value: { isKnownElsewhere }, audit: [{ action: 'number.entered', entity, after }] }
  },
})

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
  { personId, kind }: Entered,
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
