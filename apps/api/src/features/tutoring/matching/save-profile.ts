import type { LocalDate } from '@terreau/domain/time/local-date'
import type { TutoringKind } from '@terreau/domain/tutoring/hosts'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ownPersonId, ownPersonIds } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { requireHost } from '../engagement/engagement-queries.ts'
import { deciderId } from '../own-hours.ts'
import { standingCharter, writeAcceptance } from './charter.ts'
import type { Offer } from './profile-queries.ts'

/** A tutor says what they offer. Where they help is not theirs to say: staff write it. */
export const saveOwnProfile = mutation({
  access: 'tutoring.log',
  async run(tx, ctx, offer: Offer) {
    const personIds = ownPersonIds(ctx)
    const saved = await writeProfile(tx, ctx, { personIds, personId: ownPersonId(ctx), offer })
    return { value: undefined, audit: [saved] }
  },
})

/** Staff write what a tutor offers, where they help, and the charter signed on paper. */
export const saveProfile = mutation({
  access: 'tutoring.approve',
  async run(
    tx,
    ctx,
    {
      personId,
      kind,
      hostId,
      charterSignedOn,
      ...offer
    }: Offer & {
      personId: string
      kind: TutoringKind
      hostId: string | null
      charterSignedOn: LocalDate | null
    },
  ) {
    const personIds = await filesOf(tx, ctx, personId)
    if (hostId !== null) await requireHost(tx, ctx, hostId)
    if (charterSignedOn !== null && charterSignedOn > ctx.today)
      throw new ProblemError('request-invalid', undefined, [
        { pointer: '/body/charterSignedOn', code: 'date-in-future' },
      ])
    const staff = { kind, hostId }
    const saved = await writeProfile(tx, ctx, { personIds, personId, offer, staff })
    const audit: [AuditEntry, ...AuditEntry[]] = [saved]
    if (charterSignedOn !== null) {
      const version = (await standingCharter(tx, ctx))?.version ?? 0
      const of = { personId, version, acceptedOn: charterSignedOn, saidBy: 'staff' as const }
      const accepted = await writeAcceptance(tx, ctx, of)
      if (accepted !== null) audit.push(accepted)
    }
    return { value: undefined, audit }
  },
})

/** The files of a person who is there; 404 for nobody. */
export async function filesOf(tx: Tx, ctx: Context, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where((eb) => eb.or([eb('id', '=', personId), eb('mergedIntoId', '=', personId)]))
    .where('archivedAt', 'is', null)
    .execute()
  found(rows.find((row) => row.id === personId))
  return rows.map((row) => row.id)
}

interface Written {
  /** Every file of the tutor: an older one may hold the profile. */
  personIds: readonly string[]
  personId: string
  offer: Offer
  staff?: { kind: TutoringKind; hostId: string | null }
}

async function writeProfile(tx: Tx, ctx: Context, of: Written): Promise<AuditEntry> {
  const { offer, staff } = of
  const before = await tx
    .selectFrom('tutorProfile')
    .select(['personId', 'version'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where(({ eb, val }) => eb('personId', '=', eb.fn.any(val(of.personIds))))
    .orderBy('updatedAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if ((before?.version ?? 0) !== ctx.ifMatch) throw new ProblemError('version-changed')
  const columns = {
    ...offer,
    ...staff,
    version: (before?.version ?? 0) + 1,
    saidBy: staff ? 'staff' : 'person',
    updatedAt: ctx.now,
    updatedBy: deciderId(ctx),
  }
  const personId = before?.personId ?? of.personId
  if (before === undefined)
    await tx
      .insertInto('tutorProfile')
      .values({ cooperativeId: ctx.cooperativeId, personId, ...columns })
      .execute()
  else
    await tx
      .updateTable('tutorProfile')
      .set(columns)
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('personId', '=', personId)
      .execute()
  return {
    action: 'tutoring.profile-saved',
    entity: { kind: 'person', id: of.personId },
    after: { ...offer, ...staff, version: columns.version },
  }
}
