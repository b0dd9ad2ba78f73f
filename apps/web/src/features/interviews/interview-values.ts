import type { Interview, InterviewBody } from './queries.ts'

export interface InterviewValues extends Omit<InterviewBody, 'plannedOn' | 'heldOn'> {
  /** Whether it is still to come or was held: the form asks for one day or the other. */
  phase: 'planned' | 'held'
  plannedOn: string
  heldOn: string
}

const EMPTY_REPORT = { review: '', outlook: '', actions: '', needs: '', agreed: '', nextSteps: '' }

/** What the form starts with: an interview to plan. */
export function newInterview(): InterviewValues {
  return {
    phase: 'planned',
    plannedOn: '',
    plannedTime: '',
    heldOn: '',
    conductorId: '',
    way: 'place',
    place: '',
    report: EMPTY_REPORT,
  }
}

/** An interview as it stands; once its planned day has come, the form asks for what was said. */
export function valuesOf(interview: Interview, today: string): InterviewValues {
  const { plannedOn, plannedTime, heldOn, conductorId, way, place, report } = interview
  const isHeld = heldOn !== null || (plannedOn !== null && plannedOn <= today)
  return {
    phase: isHeld ? 'held' : 'planned',
    plannedOn: plannedOn ?? '',
    plannedTime,
    heldOn: heldOn ?? (isHeld ? (plannedOn ?? '') : ''),
    conductorId,
    way,
    place,
    report,
  }
}

export type InterviewSlip = 'plannedOn' | 'heldOn' | 'conductorId'

/** What was typed as the body of the API, or which lines are empty. */
export function readInterview(
  values: InterviewValues,
): { body: InterviewBody } | { slips: InterviewSlip[] } {
  const { phase, plannedOn, plannedTime, heldOn, ...rest } = values
  const day = phase === 'planned' ? 'plannedOn' : 'heldOn'
  const wanted: InterviewSlip[] = [day, 'conductorId']
  const slips = wanted.filter((name) => values[name] === '')
  if (slips.length > 0) return { slips }
  return {
    body: {
      ...rest,
      plannedOn: plannedOn === '' ? null : plannedOn,
      plannedTime: plannedOn === '' ? '' : plannedTime,
      heldOn: phase === 'held' ? heldOn : null,
    },
  }
}
