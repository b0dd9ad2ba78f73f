import type { LocalDate } from '@terreau/domain/time/local-date'
import type { AttestationContent } from './contents.ts'
import { blocking, type CapeFacts, capeLines, type Facts, line, noFacts } from './fact-view.ts'

/** The CAPE that runs today, or the next one that both sides have signed. */
export function capeEntryFacts(capes: readonly CapeFacts[], today: LocalDate): Facts {
  const cape = capes.find((one) => one.endsOn >= today)
  if (cape === undefined) return noFacts(blocking('no-current-cape'))
  const { number, sequence, startsOn, endsOn, activityName } = cape
  const facts = { contractNumber: number, sequence, startsOn, endsOn, activity: activityName }
  const content: AttestationContent = { kind: 'cape_entry', facts }
  return { lines: capeLines(cape), months: [], missing: [], contractId: cape.id, content }
}

/** Every CAPE that has begun, as it ran: the last day is the true one, even when it was cut short. */
export function capePeriodFacts(known: readonly CapeFacts[], today: LocalDate): Facts {
  const capes = known.filter((one) => one.startsOn <= today)
  const [first, last] = [capes[0], capes.at(-1)]
  if (first === undefined || last === undefined) return noFacts(blocking('no-cape-yet'))
  const ofContract = { source: 'contract', sourceId: last.id } as const
  const activities = [...new Set(capes.map((one) => one.activityName))].join(', ')
  const ends = capes.map((one) => one.endsOn).sort()
  return {
    lines: [
      line('contractNumber', 'text', capes.map((one) => one.number).join(', '), ofContract),
      line('startsOn', 'date', first.startsOn, { ...ofContract, sourceId: first.id }),
      line('endsOn', 'date', ends.at(-1) ?? last.endsOn, ofContract),
      line('activity', 'text', activities, { source: 'activity', sourceId: last.activityId }),
    ],
    months: [],
    missing: [],
    contractId: last.id,
    content: {
      kind: 'cape_period',
      facts: {
        periods: capes.map(({ number, sequence, startsOn, endsOn, activityName }) => ({
          contractNumber: number,
          sequence,
          startsOn,
          endsOn,
          activity: activityName,
        })),
      },
    },
  }
}
