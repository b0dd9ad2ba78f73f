import { matchNeed } from '@terreau/domain/tutoring/matching'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { standingCharter } from './charter.ts'
import { readNeed } from './need-queries.ts'
import { tutorPage } from './profile-queries.ts'

/** Most cooperatives have all their tutors on one page; each page is matched by itself. */
const PAGE = 200

/** Who answers a need and who does not, each with the reasons, in the order of names. */
export async function matchesOf(
  tx: Tx,
  ctx: Context,
  { needId, after }: { needId: string; after?: string | undefined },
) {
  const need = await readNeed(tx, ctx, needId)
  const { tutors, next } = await tutorPage(tx, ctx, { after, size: PAGE })
  const paired = await pairedWith(tx, ctx, need.personId)
  const charter = await standingCharter(tx, ctx)
  const { proposals, excluded } = matchNeed(
    need,
    tutors.map(({ personId, profile, tuteesNow, accepted }) => ({
      personId,
      profile: profile === null ? null : { ...profile, charterVersion: accepted?.version ?? null },
      tuteesNow,
      isPaired: paired.has(personId),
    })),
    charter?.version ?? null,
  )
  const byId = new Map(tutors.map((tutor) => [tutor.personId, tutor]))
  const nameOf = (personId: string) => byId.get(personId)?.name ?? ''
  return {
    proposals: proposals.map((proposal) => ({
      personId: proposal.personId,
      name: nameOf(proposal.personId),
      kind: byId.get(proposal.personId)?.profile?.kind ?? ('volunteer' as const),
      hostId: byId.get(proposal.personId)?.profile?.hostId ?? null,
      reasons: [...proposal.reasons],
      cautions: [...proposal.cautions],
    })),
    excluded: excluded.map(({ personId, why }) => ({
      personId,
      name: nameOf(personId),
      why: [...why],
    })),
    next,
  }
}

/** The tutors, under the file that is kept, who help or helped this person. */
async function pairedWith(tx: Tx, ctx: Context, personId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(t.merged_into_id, t.id) as id from terreau.tutoring_relation r
      join terreau.person t on t.cooperative_id = r.cooperative_id and t.id = r.tutor_person_id
     where r.cooperative_id = ${ctx.cooperativeId}
       and r.tutee_person_id in (select terreau.file_ids(${ctx.cooperativeId}, ${personId}))`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}
