import { describe, expect, it } from 'vitest'
import { firmOf, type PartAnswer, sessionOfAnswers } from './answers.ts'

const DAY = new Date('2026-11-03T10:00:00Z')
const LATER = new Date('2026-11-04T10:00:00Z')
const part = (answer: PartAnswer['answer'], at: Date | null = DAY): PartAnswer => ({
  answer,
  firstAnsweredAt: answer === null ? null : at,
})

describe('sessionOfAnswers', () => {
  it('waits until somebody has answered', () => {
    expect(sessionOfAnswers([part(null), part(null)])).toEqual({
      state: 'noted',
      confirmedCount: 0,
      firmAt: null,
    })
  })

  it('is confirmed by one yes, and counts only those who said it', () => {
    expect(sessionOfAnswers([part('yes'), part(null), part('yes', LATER)])).toEqual({
      state: 'confirmed',
      confirmedCount: 2,
      firmAt: firmOf(LATER),
    })
  })

  it('is disputed as soon as one person does not agree', () => {
    for (const answer of ['no', 'not_exactly'] as const)
      expect(sessionOfAnswers([part('yes'), part(answer)]).state).toBe('disputed')
  })
})

describe('firmOf', () => {
  it('leaves seven days', () => {
    expect(firmOf(DAY).toISOString()).toBe('2026-11-10T10:00:00.000Z')
  })
})
