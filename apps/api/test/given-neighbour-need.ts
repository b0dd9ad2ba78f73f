import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** What somebody of the neighbour asked help for, what they offer themselves, and the charter they accepted. */
export async function insertNeed(
  test: TestApp,
  of: { cooperativeId: string; personId: string; userId: string },
): Promise<string> {
  const id = randomUUID()
  const values = [of.cooperativeId, of.personId, of.userId]
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_need (cooperative_id, id, person_id, subject, languages, urgency, form, words, said_by, recorded_by)
     values ($1, $4, $2, 'prices', '{fr}', 'no_hurry', 'any', 'Aide aux prix', 'person', $3)`,
    [...values, id],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutor_profile (cooperative_id, person_id, town, most_tutees, is_open, said_by, updated_by)
     values ($1, $2, 'Bobigny', 3, true, 'person', $3)`,
    values,
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutor_charter (cooperative_id, version, body, published_by) values ($1, 1, 'Texte de la charte', $2)`,
    [of.cooperativeId, of.userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutor_charter_acceptance (cooperative_id, person_id, version, accepted_on, said_by, recorded_by)
     values ($1, $2, 1, '2026-10-01', 'person', $3)`,
    values,
  )
  return id
}
