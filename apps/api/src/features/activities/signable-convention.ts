import { conventionTransition } from '@terreau/domain/activities/convention'
import { conventionSummaryWords } from '@terreau/i18n/convention-summary'
import { formatDate, formatList, formatRateBp } from '@terreau/i18n/format'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuse } from '../../platform/problem-error.ts'
import type { Effects, SignableKind, SubjectOfSignature } from '../../platform/signable-kind.ts'
import { setActivityShares } from '../people/index.ts'
import {
  type ConventionRow,
  conventionRow,
  lockConvention,
  type Party,
  partiesOf,
} from './queries.ts'
import { setConventionState } from './set-convention-state.ts'

export const CONVENTION_SUBJECT = 'activity-convention'

/** How a convention is signed: its people one after the other, then the cooperative, and it is in force. */
export const signableConvention: SignableKind = {
  kind: CONVENTION_SUBJECT,
  async parties(tx, ctx, subjectId) {
    const people = await partiesOf(tx, ctx, subjectId)
    const cooperative = await tx
      .selectFrom('cooperative')
      .select('signatoryName')
      .where('id', '=', ctx.cooperativeId)
      .executeTakeFirstOrThrow()
    return [
      ...people.map(({ personId, name }) => ({
        side: 'person' as const,
        personId,
        printedName: name,
      })),
      { side: 'cooperative', personId: null, printedName: cooperative.signatoryName },
    ]
  },
  async summary(tx, ctx, subjectId) {
    const convention = await conventionRow(tx, ctx, subjectId)
    const people = await partiesOf(tx, ctx, subjectId)
    return {
      fr: plainSummary(convention, people, 'fr'),
      en: plainSummary(convention, people, 'en'),
    }
  },
  onSigned: putInForce,
  onRefused: recall,
  onExpired: recall,
  onWithdrawn: recall,
}

/** The activity is now of these people, in these shares; the convention before it is replaced. */
async function putInForce(
  tx: Tx,
  ctx: Context,
  { subjectId, documentSha256 }: SubjectOfSignature,
): Promise<Effects> {
  const convention = await lockConvention(tx, ctx, subjectId)
  const next = conventionTransition(convention.state, 'complete')
  if (!next.ok) refuse(next.refusal)
  await tx
    .updateTable('activityConvention')
    .set((eb) => ({ state: 'replaced', version: eb('version', '+', 1) }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('activityId', '=', convention.activityId)
    .where('state', '=', 'in_force')
    .execute()
  await setConventionState(tx, ctx, convention, next.value)
  const people = await partiesOf(tx, ctx, subjectId)
  const shares = people.map(({ personId, sharePermille }) => ({ personId, sharePermille }))
  await setActivityShares(tx, ctx, convention.activityId, shares)
  const after = { documentSha256, activityId: convention.activityId }
  const entity = { kind: 'convention', id: subjectId }
  return { audit: [{ action: 'convention.in-force', entity, after }], jobs: [] }
}

/** Somebody refused, or the time ran out: the draft can be changed and sent again. */
async function recall(tx: Tx, ctx: Context, { subjectId }: SubjectOfSignature): Promise<Effects> {
  const convention = await lockConvention(tx, ctx, subjectId)
  const next = conventionTransition(convention.state, 'recall')
  if (!next.ok) refuse(next.refusal)
  await setConventionState(tx, ctx, convention, next.value)
  const entity = { kind: 'convention', id: subjectId }
  return { audit: [{ action: 'convention.recalled', entity }], jobs: [] }
}

/** Six sentences at most: with many people, the shares are said together. */
function plainSummary(
  convention: ConventionRow,
  people: readonly Party[],
  locale: 'fr' | 'en',
): string[] {
  const t = conventionSummaryWords(locale)
  const shares = people.map(({ name, sharePermille }) =>
    t('share', { name, share: formatRateBp(BigInt(sharePermille) * 10n, locale) }),
  )
  return [
    t('what', {
      activity: convention.activity,
      others: formatList(
        people.map((p) => p.name),
        locale,
      ),
    }),
    shares.join(' '),
    t('when', { date: formatDate(convention.startsOn, locale) }),
    t('account'),
    t('costs'),
    t('change'),
  ]
}
