import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actsFrom,
  isLeadStage,
  isPersonStage,
  LEAD_STAGES,
  leadTransition,
  PIPELINE,
  personStage,
  RECORDED_ACTS,
  STAGES,
} from './stage.ts'

describe('the path before a contract', () => {
  it('goes from contact to meeting, interview and admission', () => {
    expect(leadTransition('lead', 'attend')).toEqual({ ok: true, value: 'info_meeting_attended' })
    expect(leadTransition('info_meeting_attended', 'interview')).toEqual({
      ok: true,
      value: 'diagnosis',
    })
    expect(leadTransition('diagnosis', 'admit')).toEqual({ ok: true, value: 'admitted' })
  })

  it('admits nobody without an interview, and says from where', () => {
    for (const state of ['lead', 'info_meeting_attended', 'not_now', 'refused'] as const) {
      const refused = { code: 'pipeline-act-not-allowed', params: { state, act: 'admit' } }
      expect(leadTransition(state, 'admit')).toEqual({ ok: false, refusal: refused })
    }
  })

  it('lets whoever was refused or left come back, and only that', () => {
    expect(actsFrom('refused')).toEqual(['reopen'])
    expect(actsFrom('withdrawn')).toEqual(['reopen'])
    expect(leadTransition('refused', 'reopen')).toEqual({ ok: true, value: 'lead' })
  })

  it('never leads a lead out of the leads, whatever is recorded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEAD_STAGES),
        fc.array(fc.constantFrom(...RECORDED_ACTS)),
        (start, acts) => {
          let stage = start
          for (const act of acts) {
            const next = leadTransition(stage, act)
            if (next.ok) stage = next.value
          }
          expect(isLeadStage(stage)).toBe(true)
        },
      ),
    )
  })

  it('reaches every stage from the first contact', () => {
    const reached = new Set<string>(['lead'])
    for (const stage of STAGES) {
      for (const next of Object.values(PIPELINE[stage])) reached.add(next)
    }
    expect([...reached].sort()).toEqual([...STAGES].sort())
  })
})

describe('the stage that contracts say', () => {
  it('is an admission until a contract begins, then theirs', () => {
    expect(personStage('none')).toBe('admitted')
    expect(personStage('cesa_associate')).toBe('cesa_associate')
    expect(personStage('exited')).toBe('exited')
  })

  it('names a stage of its own list only', () => {
    expect(isPersonStage('exited')).toBe(true)
    expect(isPersonStage('lead')).toBe(false)
    expect(isLeadStage('cape_active')).toBe(false)
  })
})
