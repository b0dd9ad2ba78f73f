import { addDays, type LocalDate, laterOf } from '@terreau/domain/time/local-date'
import { issueCertificate } from '../../features/attestations/issue-certificate.ts'
import { draftAmendment } from '../../features/contracts/amendments/draft-amendment.ts'
import { endContract } from '../../features/contracts/life/end-contract.ts'
import { tickExitStep } from '../../features/contracts/life/exit-steps.ts'
import { suspendContract } from '../../features/contracts/life/suspend.ts'
import type { Calendar } from './calendar.ts'
import { asStaff, played, type Scene, type Stage } from './stage.ts'

/** Whose CAPE reached its term half a year ago, with nothing after it. */
const GONE = 'julien.besson'
const RESTING = 'karim.haddad'
const SICK_DAYS = 12

/** What happens to contracts after their signature: days of sickness, an amendment to send, and somebody who has left, with the steps of the exit. What people become afterwards: `departures.ts`. */
export function contractLifeScenes(calendar: Calendar): Scene[] {
  const noted = calendar.moment(addDays(calendar.today, -30), '15:10')
  const amended = calendar.moment(addDays(calendar.today, -2), '10:20')
  const over = calendar.moment(laterOf(calendar.day(7, 2), addDays(calendar.adoptedOn, 1)), '11:05')
  const left = calendar.moment(addDays(calendar.today, -1), '11:05')
  return [
    { at: noted, play: (stage) => noteSickness(stage, noted.today) },
    { at: amended, play: (stage) => prepareAmendment(stage, amended.today) },
    { at: over, play: confirmTerm },
    { at: left, play: leave },
  ]

  async function noteSickness(stage: Stage, on: LocalDate): Promise<void> {
    const { personId } = played(stage, RESTING)
    const contract = await contracts(stage)
      .where('personId', '=', personId)
      .where('startsOn', '<=', addDays(on, -SICK_DAYS))
      .where('endsOn', '>=', on)
      .executeTakeFirst()
    if (contract === undefined) return
    await suspendContract(asStaff(stage, 'adviser', noted), {
      contractId: contract.id,
      reason: 'sickness',
      startsOn: addDays(on, -SICK_DAYS),
      endsOn: on,
      note: 'Arrêt de travail reçu',
    })
  }

  /** An amendment that nobody sent yet: more means, from the day on which it was prepared. */
  async function prepareAmendment(stage: Stage, on: LocalDate): Promise<void> {
    const contract = await contracts(stage)
      .where('personId', '=', played(stage, RESTING).personId)
      .where('startsOn', '<=', on)
      .where('endsOn', '>=', on)
      .executeTakeFirst()
    if (contract === undefined) return
    await draftAmendment(asStaff(stage, 'adviser', amended), {
      contractId: contract.id,
      effectiveOn: on,
      reason: 'L’activité a besoin d’un lieu de stockage',
      schemeId: null,
      fixedPartCents: null,
      minimumActivity: null,
      means: 'Bureau partagé, 2 jours par semaine\nUne étagère fermée au dépôt commun',
    })
  }

  async function confirmTerm(stage: Stage): Promise<void> {
    const contract = await contracts(stage)
      .where('personId', '=', played(stage, GONE).personId)
      .executeTakeFirstOrThrow()
    await endContract(asStaff(stage, 'adviser', over, contract.version), {
      contractId: contract.id,
      reason: 'term_reached',
      effectiveOn: calendar.day(6, 31),
    })
  }

  /** What is left to do once somebody has gone, but one step: their access is still open. */
  async function leave(stage: Stage): Promise<void> {
    const { personId } = played(stage, GONE)
    const ctx = asStaff(stage, 'adviser', left)
    const { id: contractId } = await contracts(stage)
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow()
    const note = 'Compte arrêté avec la personne, solde versé'
    await tickExitStep(ctx, { contractId, step: 'balance', note })
    await tickExitStep(ctx, { contractId, step: 'business_papers', note: 'Mention retirée' })
    await issueCertificate(ctx, {
      kind: 'cape_period',
      personId,
      months: [],
      locale: 'fr',
      isProvisional: false,
    })
  }
}

function contracts({ tx, command }: Stage) {
  return tx
    .selectFrom('contract')
    .select(['id', 'personId', 'endsOn', 'version'])
    .where('cooperativeId', '=', command.cooperativeId)
    .where('state', '=', 'active')
}
