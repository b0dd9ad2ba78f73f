import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** Writes every CESA of a cooperative in its register of the staff, so that no hire waits for its line. */
export async function givenRegistered(test: TestApp, cooperativeId: string): Promise<void> {
  await queryAsOwner(
    test,
    `insert into terreau.staff_register_entry (cooperative_id, n, contract_id, person_id, family_name, given_names,
       nationality, born_on, sex, job, qualification, hired_on, authorisation_on, permit_id, recorded_by)
     select c.cooperative_id, row_number() over (order by c.starts_on, c.id), c.id, c.person_id, p.family_name, p.given_name,
            'Française', '1990-01-01', 'f', 'Entrepreneure salariée', 'Sans', c.starts_on, null, null, u.user_id
       from terreau.contract c
       join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
      cross join lateral (select m.user_id from terreau.membership m where m.cooperative_id = c.cooperative_id limit 1) u
      where c.cooperative_id = $1 and c.kind = 'CESA' and c.state = 'active'`,
    [cooperativeId],
  )
}
