import { randomBytes, randomUUID } from 'node:crypto'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { registerPublicCode } from '../../../platform/public-codes.ts'
import { currentFactsKey } from '../../attestations/index.ts'
import { deciderId, refuseOwnHours } from '../own-hours.ts'
import { badgeUrl } from './addresses.ts'
import { thresholdsToday, volunteerHoursOf } from './badge-hours.ts'
import { openBadgeCredential, signCredential } from './credential.ts'
import { freeStatusIndex } from './status-list.ts'

/** 144 random bits: nobody finds a badge by trying. */
const CODE_BYTES = 18

/**
 * Gives a tutor the badge of a threshold that they have reached, from approved hours of volunteering alone.
 * What is signed here is kept as it is; a badge that was taken back may be given again.
 */
export const issueBadge = mutation({
  access: 'tutoring.approve',
  async run(
    tx,
    ctx,
    { personId, thresholdMinutes }: { personId: string; thresholdMinutes: number },
  ) {
    refuseOwnHours(ctx, personId)
    const tutor = await lockTutor(tx, ctx, personId)
    const hours = await volunteerHoursOf(tx, ctx, tutor.fileIds)
    const { approvedMinutes, firstOn, lastOn, peopleHelped } = hours
    const isReached =
      approvedMinutes >= thresholdMinutes &&
      (await thresholdsToday(tx, ctx)).includes(thresholdMinutes)
    if (!isReached || firstOn === null || lastOn === null)
      throw new ProblemError('badge-not-reached')
    const n = await nextOf(tx, ctx, { fileIds: tutor.fileIds, thresholdMinutes })
    const id = randomUUID()
    const code = randomBytes(CODE_BYTES).toString('base64url')
    const counted = { thresholdMinutes, approvedMinutes, firstOn, lastOn, peopleHelped }
    const statusIndex = await freeStatusIndex(tx, ctx)
    const key = await currentFactsKey(tx, ctx)
    const { publicUrl } = ctx.services.config
    const credential = openBadgeCredential(publicUrl, {
      ...counted,
      code,
      statusIndex,
      subjectId: randomUUID(),
      cooperative: tutor.cooperative,
      person: tutor.person,
      issuedAt: ctx.now,
      locale: tutor.locale,
    })
    await tx
      .insertInto('tutorBadge')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        personId,
        n,
        ...counted,
        statusIndex,
        code,
        keyId: key.id,
        credential: await signCredential(credential, key),
        issuedAt: ctx.now,
        issuedBy: deciderId(ctx),
      })
      .execute()
    await registerPublicCode(tx, ctx, { text: code, purpose: 'tutor_badge', targetId: id })
    return {
      value: { id, url: badgeUrl(publicUrl, code) },
      audit: [
        {
          action: 'badge.issued',
          entity: { kind: 'badge', id },
          after: { thresholdMinutes, approvedMinutes, n },
        },
      ],
    }
  },
})

/** The tutor, held until the end, so that two people of the team do not give the same badge at once. */
async function lockTutor(tx: Tx, ctx: Context, personId: string) {
  const { rows } = await sql<{
    name: string
    email: string
    locale: Locale
    fileIds: string[]
    issuer: string
  }>`select terreau.full_name(p.given_name, p.family_name) as name, p.email, p.locale,
      array(select terreau.file_ids(p.cooperative_id, p.id)) as file_ids, c.name as issuer
    from terreau.person p join terreau.cooperative c on c.id = p.cooperative_id
   where p.cooperative_id = ${ctx.cooperativeId} and p.id = ${personId} and p.merged_into_id is null
     for no key update of p`.execute(tx)
  const { name, email, locale, fileIds, issuer } = found(rows[0])
  return {
    person: { name, email },
    locale,
    fileIds,
    cooperative: { id: ctx.cooperativeId, name: issuer },
  }
}

/** How many times the threshold was given before, plus one; refused while one of them still stands. */
async function nextOf(
  tx: Tx,
  ctx: Context,
  of: { fileIds: readonly string[]; thresholdMinutes: number },
): Promise<number> {
  const given = await tx
    .selectFrom('tutorBadge as b')
    .leftJoin('tutorBadgeRevocation as r', (join) =>
      join.onRef('r.cooperativeId', '=', 'b.cooperativeId').onRef('r.badgeId', '=', 'b.id'),
    )
    .select(['b.n', 'r.revokedAt'])
    .where('b.cooperativeId', '=', ctx.cooperativeId)
    .where('b.personId', 'in', [...of.fileIds])
    .where('b.thresholdMinutes', '=', of.thresholdMinutes)
    .execute()
  if (given.some((badge) => badge.revokedAt === null))
    throw new ProblemError('badge-already-issued')
  return Math.max(0, ...given.map((badge) => badge.n)) + 1
}
