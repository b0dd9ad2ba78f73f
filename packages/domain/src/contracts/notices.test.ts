import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { dueNotices } from './notices.ts'

const concludedOn = localDate('2026-02-01')
const exit = {
  effectiveOn: localDate('2026-06-30'),
  termOn: localDate('2027-01-31'),
}
const named = (notices: ReturnType<typeof dueNotices>) =>
  notices.map(({ event, body }) => `${event} ${body}`)

describe('dueNotices', () => {
  it('tells both bodies of a conclusion, and of a renewal as a renewal', () => {
    const first = dueNotices({ sequence: 0, concludedOn, exit: null }, 3)
    expect(first).toEqual([
      { event: 'conclusion', body: 'urssaf', since: '2026-02-01', alertAfter: '2026-02-04' },
      {
        event: 'conclusion',
        body: 'france_travail',
        since: '2026-02-01',
        alertAfter: '2026-02-04',
      },
    ])
    expect(named(dueNotices({ sequence: 2, concludedOn, exit: null }, 3))).toEqual([
      'renewal urssaf',
      'renewal france_travail',
    ])
  })

  it('tells them of an early end, not of a term', () => {
    expect(named(dueNotices({ sequence: 0, concludedOn, exit }, 3))).toEqual([
      'conclusion urssaf',
      'conclusion france_travail',
      'early_end urssaf',
      'early_end france_travail',
    ])
    // From the last day, as its clock counts: an end that is written late is late, one decided ahead is not.
    expect(dueNotices({ sequence: 0, concludedOn: null, exit }, 3)[0]).toMatchObject({
      since: '2026-06-30',
      alertAfter: '2026-07-03',
    })
    const atTerm = { ...exit, effectiveOn: exit.termOn }
    expect(named(dueNotices({ sequence: 1, concludedOn: null, exit: atTerm }, 3))).toEqual([])
  })

  it('leaves the conclusion of a contract written elsewhere to whoever wrote it', () => {
    expect(named(dueNotices({ sequence: 0, concludedOn: null, exit }, 0))).toEqual([
      'early_end urssaf',
      'early_end france_travail',
    ])
  })
})
