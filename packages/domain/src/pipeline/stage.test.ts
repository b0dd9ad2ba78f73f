import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
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
  type StageContract,
} from './stage.ts'

const cape = (startsOn: string, endsOn: string): StageContract => ({
  kind: 'CAPE',
  startsOn: localDate(startsOn),
  endsOn: localDate(endsOn),
  isAssociate: false,
})
const cesa = (startsOn: string, endsOn: string | null, isAssociate = false): StageContract => ({
  kind: 'CESA',
  startsOn: localDate(startsOn),
  endsOn: endsOn === null ? null : localDate(endsOn),
  isAssociate,
})
const on = localDate

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
  it('is an admission until a contract begins', () => {
    expect(personStage([], on('2026-11-02'))).toBe('admitted')
    expect(personStage([cape('2026-11-15', '2027-11-14')], on('2026-11-14'))).toBe('admitted')
    expect(personStage([cape('2026-11-15', '2027-11-14')], on('2026-11-15'))).toBe('cape_active')
  })

  it('lasts until the last day, and is an exit on the day after', () => {
    const one = [cape('2025-11-15', '2026-11-14')]
    expect(personStage(one, on('2026-11-14'))).toBe('cape_active')
    expect(personStage(one, on('2026-11-15'))).toBe('exited')
  })

  it('stays between two periods when the next one is signed', () => {
    const two = [cape('2025-01-01', '2025-12-31'), cape('2026-02-01', '2027-01-31')]
    expect(personStage(two, on('2026-01-15'))).toBe('cape_active')
  })

  it('is the CESA when both run, and the associate once there is a share', () => {
    const both = [cape('2026-01-01', '2026-12-31'), cesa('2026-11-01', null)]
    expect(personStage(both, on('2026-11-02'))).toBe('cesa_active')
    expect(personStage([cesa('2024-01-01', null, true)], on('2026-11-02'))).toBe('cesa_associate')
    expect(personStage([cesa('2024-01-01', '2026-10-31', true)], on('2026-11-02'))).toBe('exited')
  })

  it('names a stage of its own list only', () => {
    expect(isPersonStage('exited')).toBe(true)
    expect(isPersonStage('lead')).toBe(false)
    expect(isLeadStage('cape_active')).toBe(false)
  })
})
