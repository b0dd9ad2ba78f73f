import type { Said } from '@terreau/db/start-error'
import { sql } from 'kysely'
import { actAs } from '../../platform/mutation.ts'
import type { Services } from '../../platform/services.ts'
import { calendarOf, OPEN } from './calendar.ts'
import { certificateScenes } from './certificates.ts'
import { contractLifeScenes } from './contract-life.ts'
import { closedMonthScenes } from './declare-months.ts'
import { departureScenes } from './departures.ts'
import { contractScenes } from './enter-contracts.ts'
import { peopleScenes } from './enter-people.ts'
import { exceptionScenes, isAbsent } from './exceptions.ts'
import { interviewScenes } from './interviews.ts'
import { cancelOldMails } from './old-mails.ts'
import { onboardingScenes } from './onboarding.ts'
import { openMonthScenes } from './open-month.ts'
import { readPeople } from './people-data.ts'
import { permitScenes } from './permits.ts'
import { personalDataScenes } from './personal-data.ts'
import { randomOf } from './random.ts'
import { receiptScenes } from './receipts.ts'
import { setUpScenes } from './set-up.ts'
import { sharedActivityScenes } from './shared-activities.ts'
import { sharedServicesScenes } from './shared-services.ts'
import { playAll, type Stage } from './stage.ts'
import { tutoringScenes } from './tutoring.ts'
import { twoPersonScenes } from './two-persons.ts'

interface Filling {
  say(line: Said): void
  /** How many months are closed before the open one. */
  closedMonths?: number
}

/**
 * Fills an empty installation with a demonstration cooperative, through the verbs that people use. It is
 * one transaction: a filling that is cut off leaves nothing, and the next start begins again. Every choice
 * is the same each time; only the months follow the day of the filling. False when a cooperative exists.
 */
export async function fillDemonstration(
  services: Services,
  { say, closedMonths = OPEN }: Filling,
): Promise<boolean> {
  const who = {
    actor: { kind: 'cli', name: 'demonstration' } as const,
    cooperativeId: randomOf('cooperative').uuid(),
    requestId: 'demonstration',
  }
  return actAs(services, who, async (command, tx) => {
    // Two processes that start together on an empty database: the second one finds the first one's.
    await sql`select pg_advisory_xact_lock(hashtext('terreau.installation'))`.execute(tx)
    const { rows } = await sql<{
      found: boolean
    }>`select terreau.has_cooperative() as found`.execute(tx)
    if (rows[0]?.found === true) return false
    const calendar = calendarOf({ today: command.today, now: command.now }, closedMonths)
    const stage: Stage = {
      tx,
      command,
      calendar,
      staff: new Map(),
      schemes: new Map(),
      people: new Map(),
      say,
    }
    const people = readPeople()
    await playAll(stage, [
      ...setUpScenes(calendar),
      ...peopleScenes(calendar, people),
      ...contractScenes(calendar, people),
      ...closedMonthScenes(calendar, people, isAbsent),
      ...exceptionScenes(calendar, people),
      ...openMonthScenes(calendar, people),
      ...receiptScenes(calendar, people),
      ...permitScenes(calendar, people),
      ...personalDataScenes(calendar),
      ...sharedActivityScenes(calendar),
      ...sharedServicesScenes(calendar),
      ...tutoringScenes(calendar),
      ...onboardingScenes(calendar),
      ...certificateScenes(calendar),
      ...contractLifeScenes(calendar),
      ...departureScenes(calendar),
      ...interviewScenes(calendar, people),
      ...twoPersonScenes(calendar),
    ])
    await cancelOldMails(stage)
    return true
  })
}
