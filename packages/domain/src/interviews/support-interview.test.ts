import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import {
  INTERVIEW_ACTS,
  INTERVIEW_STATES,
  interviewTransition,
  missingParts,
  stateOfDays,
} from './support-interview.ts'

const TODAY = localDate('2026-11-02')
const days = (plannedOn: string | null, heldOn: string | null) =>
  stateOfDays(
    {
      plannedOn: plannedOn === null ? null : localDate(plannedOn),
      heldOn: heldOn === null ? null : localDate(heldOn),
    },
    TODAY,
  )

describe('an interview of support (R7331-3)', () => {
  it('goes from held to signed and nowhere else', () => {
    const allowed = INTERVIEW_STATES.flatMap((state) =>
      INTERVIEW_ACTS.filter((act) => interviewTransition(state, act).ok).map(
        (act) => `${state} ${act}`,
      ),
    )
    expect(allowed).toEqual([
      'planned edit',
      'planned cancel',
      'held edit',
      'held send',
      'held hand_in',
      'held cancel',
      'to_check confirm',
      'to_check send_back',
      'to_check cancel',
      'to_sign recall',
      'to_sign complete',
      'to_sign cancel',
    ])
    expect(interviewTransition('planned', 'send')).toMatchObject({
      ok: false,
      refusal: { code: 'interview-act-not-allowed', params: { state: 'planned', act: 'send' } },
    })
  })

  it('is what its days make it', () => {
    expect(days('2026-11-02', null)).toMatchObject({ ok: true, value: 'planned' })
    expect(days('2026-11-01', null)).toMatchObject({
      refusal: { code: 'interview-planned-in-past' },
    })
    expect(days('2026-12-01', '2026-11-02')).toMatchObject({ ok: true, value: 'held' })
    expect(days(null, '2026-11-03')).toMatchObject({ refusal: { code: 'interview-in-future' } })
    expect(days(null, null)).toMatchObject({ refusal: { code: 'interview-day-missing' } })
  })

  it('states the four contents of the article before it is signed', () => {
    const report = {
      review: 'Trois clients',
      outlook: ' ',
      actions: '',
      needs: 'Compter',
      agreed: '',
      nextSteps: '',
    }
    expect(missingParts(report)).toEqual(['outlook', 'actions'])
  })
})
