import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** A line of the register of the staff, with a note beside it. */
export async function givenNeighbourRegister(
  test: TestApp,
  at: { cooperativeId: string; contractId: string; personId: string; userId: string },
): Promise<void> {
  const { cooperativeId, contractId, personId, userId } = at
  await queryAsOwner(
    test,
    `insert into terreau.staff_register_entry (cooperative_id, n, contract_id, person_id, family_name, given_names,
       nationality, born_on, sex, job, qualification, hired_on, authorisation_on, permit_id, recorded_by)
     values ($1, 1, $2, $3, 'Ba', 'Awa', 'Sénégalaise', '1990-01-01', 'f', 'Entrepreneure salariée', 'Sans', '2026-01-01',
       null, null, $4)`,
    [cooperativeId, contractId, personId, userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.staff_register_note (cooperative_id, entry_n, n, mention, words, happened_on, recorded_by)
     values ($1, 1, 1, 'job', 'Cheffe de cuisine', '2026-02-01', $2)`,
    [cooperativeId, userId],
  )
}
