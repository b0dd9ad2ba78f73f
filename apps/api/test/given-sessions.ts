import { givenTutoring } from './given-tutoring.ts'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

export type Place = Awaited<ReturnType<typeof givenTutoring>>
type Seed = { tutors: number; sessionsOfEach: number; daysApart: number }

/** The pages of staff that list or sum up sessions. */
export const STAFF_PAGES = [
  '/tutoring',
  '/tutoring?view=to_approve',
  '/tutoring?view=disputed',
  '/tutoring?view=unanswered',
  '/home/queue?topic=tutoring',
  '/tutoring/hosts/:host/valuation?year=2026',
  '/tutoring/time-sheets/:tutor?month=2026-06',
  '/tutoring/sessions/:session',
]
/** The pages of one tutor. */
export const OWN_PAGES = [
  '/me/tutoring',
  '/me/tutoring/months',
  '/me/tutoring/badges',
  '/me/tutoring/engagement?year=2026',
]

/** A cooperative whose tutors gave so many sessions each, as many people and accounts as it takes, and badges. */
export async function givenSessions(test: TestApp, seed: Seed): Promise<Place> {
  const place = await givenTutoring(test)
  await seedTutors(test, place, seed.tutors - 1)
  await seedSessions(test, place, seed)
  await seedBadges(test, place)
  return place
}

/** Tutors with a profile and an account, each of whom also waits for help; and the operations they may work on. */
async function seedTutors(test: TestApp, place: Place, tutors: number): Promise<void> {
  const { id } = place.cooperative
  const asked = [id, place.adviser.userId]
  await queryAsOwner(
    test,
    `insert into terreau.person (cooperative_id, id, reference, family_name, given_name, search_name)
     select $1, gen_random_uuid(), 'S-' || n, 'Nom' || n, 'Prénom', 'nom' || n from generate_series(1, $2::integer) n`,
    [id, tutors],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_relation (cooperative_id, id, tutor_person_id, tutee_person_id, started_on, kind, host_id, host_form)
     select $1, gen_random_uuid(), p.id, $2, '2015-01-01', 'volunteer', $3, 'association'
       from terreau.person p where p.cooperative_id = $1 and p.reference like 'S-%'`,
    [id, place.tuteeId, place.hostId],
  )
  await queryAsOwner(
    test,
    `with account as (insert into terreau.app_user (id, email, display_name)
       select p.id, p.id || '@exemple.test', p.family_name from terreau.person p
        where p.cooperative_id = $1 and p.reference like 'S-%' returning id)
     insert into terreau.membership (cooperative_id, user_id, role, person_id) select $1, id, 'tutor', id from account`,
    [id],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutor_profile (cooperative_id, person_id, skills, languages, forms, most_tutees, is_open, host_id, said_by, updated_by)
     select $1, p.id, '{prices}', '{fr}', '{phone}', 5, true, $3, 'staff', $2
       from terreau.person p where p.cooperative_id = $1 and p.reference like 'S-%'`,
    [...asked, place.hostId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_need (cooperative_id, id, person_id, subject, languages, urgency, form, said_by, recorded_by)
     select $1, gen_random_uuid(), p.id, 'prices', '{fr}', 'no_hurry', 'any', 'staff', $2
       from terreau.person p where p.cooperative_id = $1 and p.reference like 'S-%'`,
    asked,
  )
  await queryAsOwner(
    test,
    `insert into terreau.funded_operation (cooperative_id, id, version, name, funder, reference, starts_on, ends_on, written_by)
     select $1, gen_random_uuid(), 1, 'Opération ' || n, 'Région', 'N-' || n, '2020-01-01', '2027-12-31', $2 from generate_series(1, 50) n`,
    asked,
  )
}

/** Sessions spread over the tutors, of whom the one who asks is one; one in ten is disputed. */
async function seedSessions(test: TestApp, place: Place, seed: Seed): Promise<void> {
  const { id } = place.cooperative
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_session (cooperative_id, id, tutor_person_id, held_on, minutes, mode, kind, host_id, state, confirmed_count, firm_at)
     select $1, gen_random_uuid(), r.tutor_person_id, '2026-10-20'::date - (n * $4::integer + r.k % 16)::integer, 30 + n, 'phone', 'volunteer', $2,
            case n % 10 when 7 then 'disputed' when 8 then 'noted' else 'confirmed' end, (n % 10 not in (7, 8))::integer,
            case when n % 10 not in (7, 8) then now() - interval '1 day' end
       from (select tutor_person_id, row_number() over (order by id) as k from terreau.tutoring_relation where cooperative_id = $1) r,
            generate_series(0, $3::integer - 1) n`,
    [id, place.hostId, seed.sessionsOfEach, seed.daysApart],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id, answer, first_answered_at, answered_at)
     select s.cooperative_id, s.id, s.tutor_person_id, $2, a.answer, a.at, a.at
       from terreau.tutoring_session s cross join lateral (select case s.state when 'noted' then null when 'disputed' then 'no' else 'yes' end as answer,
              case when s.state <> 'noted' then now() - interval '9 days' end as at) a
      where s.cooperative_id = $1`,
    [id, place.tuteeId],
  )
  await queryAsOwner(
    test,
    `update terreau.tutoring_session set state = 'approved'
      where cooperative_id = $1 and state = 'confirmed' and held_on < '2026-08-01'`,
    [id],
  )
}

/** Nine tutors in ten hold the badge of the first threshold. */
async function seedBadges(test: TestApp, place: Place): Promise<void> {
  const asked = [place.cooperative.id, place.adviser.userId]
  await queryAsOwner(
    test,
    `insert into terreau.cooperative_setting (cooperative_id, key, value, valid_from, source)
     values ($1, 'tutor_badge_first_hours', '1', '2026-01-01', 'conseil')`,
    [place.cooperative.id],
  )
  await queryAsOwner(
    test,
    `insert into terreau.attestation_key (cooperative_id, id, purpose, origin, public_jwk, private_sealed, created_by)
     values ($1, 'abcdefghij', 'facts', 'made', '{}', 'x', $2)`,
    asked,
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutor_badge (cooperative_id, id, person_id, threshold_minutes, n, approved_minutes, first_on, last_on,
       people_helped, status_index, code, key_id, credential, issued_by)
     select $1, gen_random_uuid(), p.id, 60, 1, 200, '2025-01-01', '2025-06-01', 1, row_number() over (order by p.id),
            p.id::text, 'abcdefghij', 'x', $2
       from terreau.person p where p.cooperative_id = $1 and p.reference like 'S-%' and p.reference not like '%7'`,
    asked,
  )
}

/** A path with the ids of a place in it. */
export async function pathOf(
  test: TestApp,
  { cooperative, hostId, tutorId }: Place,
  path: string,
): Promise<string> {
  const idOf = async (table: string) => {
    const [row] = await queryAsOwner<{ id: string }>(
      test,
      `select id from terreau.${table} where cooperative_id = $1 order by id limit 1`,
      [cooperative.id],
    )
    return row?.id ?? ''
  }
  return path
    .replace(':host', hostId)
    .replace(':tutor', tutorId)
    .replace(':need', await idOf('tutoring_need'))
    .replace(':session', await idOf('tutoring_session'))
}
