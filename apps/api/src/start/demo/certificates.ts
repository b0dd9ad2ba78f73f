import { addDays } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { issueItems } from '../../features/attestations/batches/issue-items.ts'
import { startBatch } from '../../features/attestations/batches/start-batch.ts'
import { issueCertificate } from '../../features/attestations/issue-certificate.ts'
import { revokeAttestation } from '../../features/attestations/revoke-attestation.ts'
import { issueHoursCertificate } from '../../features/tutoring/issue-hours-certificate.ts'
import { type Calendar, type Moment, OPEN } from './calendar.ts'
import { AWA } from './enter-contracts.ts'
import { as, asCommand, asStaff, played, type Scene, type Stage } from './stage.ts'
import { MOUSSA } from './tutoring.ts'

const ROKIA = 'rokia.kone'
const EMPLOYED = 'moussa.traore'

/** Certificates of the three kinds, one of them revoked and issued again. */
export function certificateScenes(calendar: Calendar): Scene[] {
  const at = (n: number, day: number, time = '15:00') => calendar.moment(calendar.day(n, day), time)
  const recently = calendar.moment(addDays(calendar.today, -2), '10:30')
  const wanted: Scene[] = [
    { at: at(8, 20), play: (stage, now) => income(stage, now, AWA, [5, 7]) },
    { at: at(10, 5), play: (stage, now) => entry(stage, now, 'kofi.mensah') },
    { at: at(11, 3), play: (stage, now) => hours(stage, now, [5, 10]) },
    ...revokedScenes(calendar),
    { at: at(OPEN, 20), play: (stage, now) => income(stage, now, AWA, [6, 11]) },
    { at: at(OPEN, 22), play: (stage, now) => entry(stage, now, 'haby.niakate') },
    { at: at(OPEN, 23, '16:20'), play: batch },
    { at: recently, play: (stage, now) => entry(stage, now, 'djeneba.coulibaly') },
  ]
  return wanted.filter((scene) => scene.at.today >= calendar.day(calendar.first + 1, 13))
}

/** Three months were asked for and three others certified: taken back the next day. */
function revokedScenes(calendar: Calendar): Scene[] {
  let wrongId = ''
  const moment = (day: number, time: string) => calendar.moment(calendar.day(OPEN, day), time)
  return [
    {
      at: moment(16, '14:10'),
      play: async (stage, at) => {
        wrongId = (await income(stage, at, ROKIA, [9, 10])).id
      },
    },
    {
      at: moment(17, '09:05'),
      play: (stage, at) =>
        revokeAttestation(asStaff(stage, 'direction', at), {
          attestationId: wrongId,
          reason: 'Il manquait un mois : une nouvelle attestation est établie.',
          isReplaced: false,
        }),
    },
    { at: moment(17, '09:20'), play: (stage, at) => income(stage, at, ROKIA, [9, 11]) },
  ]
}

/** The same document for several people at once; one of them has no CAPE, and is listed with the reason. */
async function batch(stage: Stage, at: Moment): Promise<void> {
  const personIds = [AWA, ROKIA, 'kofi.mensah', EMPLOYED].map((key) => played(stage, key).personId)
  const wanted = { kind: 'cape_entry', months: [], personIds, locale: null } as const
  const staff = asStaff(stage, 'adviser', at)
  const { id: batchId } = await startBatch(staff, { ...wanted, sendsMails: false })
  await issueItems(asCommand(stage, at), { batchId, personIds })
}

function months({ calendar }: Stage, [from, to]: readonly [number, number]): YearMonth[] {
  const first = Math.max(from, calendar.first)
  return Array.from({ length: to - first + 1 }, (_, index) => calendar.month(first + index))
}

function income(stage: Stage, at: Moment, key: string, range: readonly [number, number]) {
  const { personId, person } = played(stage, key)
  return issueCertificate(asStaff(stage, 'accountant', at), {
    kind: 'monthly_income',
    isProvisional: false,
    personId,
    months: months(stage, range),
    locale: person.locale,
  })
}

function entry(stage: Stage, at: Moment, key: string) {
  const { personId, person } = played(stage, key)
  const { locale } = person
  const wanted = { kind: 'cape_entry', personId, months: [], locale, isProvisional: false } as const
  return issueCertificate(asStaff(stage, 'adviser', at), wanted)
}

function hours(stage: Stage, at: Moment, range: readonly [number, number]) {
  const asked = months(stage, range)
  const [from, to] = [asked[0], asked.at(-1)]
  if (from === undefined || to === undefined) throw new Error('a period has months')
  return issueHoursCertificate(as(stage, played(stage, MOUSSA).actor, at), { from, to })
}
