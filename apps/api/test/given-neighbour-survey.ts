import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** Somebody of the neighbour who left, was asked what became of them, and answered. Gives back the survey. */
export async function insertExitSurvey(
  test: TestApp,
  of: { cooperativeId: string; contractId: string; userId: string },
): Promise<string> {
  const { cooperativeId, contractId, userId } = of
  const id = randomUUID()
  await queryAsOwner(
    test,
    `insert into terreau.contract_exit (cooperative_id, contract_id, reason, effective_on, note, confirmed_by, confirmed_at)
     values ($1, $2, 'moved_away', '2026-10-15', '', $3, now())`,
    [cooperativeId, contractId, userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.exit_survey (cooperative_id, id, contract_id, round, due_on, asked_on, was_mailed, closes_on)
     values ($1, $2, $3, 'exit', '2026-10-16', '2026-10-16', false, '2026-12-15')`,
    [cooperativeId, id, contractId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.exit_survey_answer (cooperative_id, survey_id, channel, situation, living, helped, words, recorded_by)
     values ($1, $2, 'phone', 'employed', 'no', 'yes', 'Merci pour tout', $3)`,
    [cooperativeId, id, userId],
  )
  return id
}
