import { describe, expect, it } from 'vitest'
import type { OwnMonth } from '../queries.ts'
import { pressingOf } from './pressing.ts'

const month = (name: string, part: Partial<OwnMonth> = {}): OwnMonth => ({
  month: name,
  activityId: '00000000-0000-4000-8000-000000000001',
  activityName: 'couture',
  state: 'none',
  isReturned: false,
  number: null,
  submittedAt: null,
  deadlineOn: '2026-11-05',
  daysLeft: 3,
  isClosed: false,
  bookMonth: name,
  waitingQuestions: 0,
  salesCents: null,
  ...part,
})
const asked = month('2026-09', { state: 'submitted', waitingQuestions: 1 })
const open = month('2026-10')
const older = month('2026-09')
const closed = month('2026-08', { isClosed: true })
const names = (months: readonly OwnMonth[]) => months.map((each) => each.month)

const NOTHING = { waiting: [], answered: [] }

describe('what presses on the home page', () => {
  it('puts the declaration that came back before the months not declared yet', () => {
    const back = month('2026-10', { state: 'draft', isReturned: true })
    const found = pressingOf([back, older], NOTHING, [])
    expect([found.month, found.otherMonths]).toEqual([back, [older]])
    const late = { ...closed, state: 'draft', isReturned: true } as const
    expect(pressingOf([open, late], NOTHING, []).month).toEqual(late)
  })

  it('shows a question and the month to declare, both', () => {
    const found = pressingOf([open, asked], NOTHING, [])
    expect([found.question, found.month, found.otherMonths]).toEqual([asked, open, []])
  })

  it('begins with the oldest open month and lists the others', () => {
    const found = pressingOf([open, older, closed], NOTHING, [])
    expect(found.month).toBe(older)
    expect(names(found.otherMonths)).toEqual(['2026-10', '2026-08'])
  })

  it('loses no month that can be declared, whatever stands on top', () => {
    for (const months of [[open, asked], [closed, asked], [open, older], [closed]]) {
      const found = pressingOf(months, NOTHING, [])
      const shown = found.month === null ? found.otherMonths : [found.month, ...found.otherMonths]
      expect(names(shown).sort()).toEqual(
        names(months.filter((each) => each.state === 'none')).sort(),
      )
    }
  })

  it('asks nothing about a month that waits on this phone for the network', () => {
    const found = pressingOf([open], { waiting: ['2026-10'], answered: [] }, [])
    expect([found.month, found.otherMonths]).toEqual([null, []])
  })

  it('asks a question again only while one of the month has no answer on this phone', () => {
    const twice = month('2026-09', { state: 'question', waitingQuestions: 2 })
    const answered = (months: string[]) => ({ waiting: [], answered: months })
    expect(pressingOf([twice], answered(['2026-09']), []).question).toBe(twice)
    expect(pressingOf([twice], answered(['2026-09', '2026-09']), []).question).toBeNull()
    expect(pressingOf([twice], answered(['2026-08', '2026-08']), []).question).toBe(twice)
  })
})
