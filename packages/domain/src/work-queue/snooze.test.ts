import { expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { CONSEQUENCES, RANKED_CONSEQUENCES } from './ranking.ts'
import { checkSnooze, latestSnooze } from './snooze.ts'

const today = localDate('2026-11-06')
const snooze = (until: string, dueOn: string | null, consequence = RANKED_CONSEQUENCES[2]) => {
  if (consequence === undefined) throw new Error('a consequence')
  const item = { consequence, dueOn: dueOn === null ? null : localDate(dueOn) }
  return checkSnooze(item, { until: localDate(until), today })
}

it('never goes past a day that a text sets', () => {
  expect(snooze('2026-12-01', '2026-12-01')).toEqual({ ok: true, value: '2026-12-01' })
  expect(snooze('2026-12-02', '2026-12-01')).toMatchObject({
    ok: false,
    refusal: { code: 'snooze-past-due', params: { dueOn: '2026-12-01' } },
  })
})

it('refuses to put aside what the law wanted by today', () => {
  for (const dueOn of ['2026-11-06', '2026-10-01'])
    expect(snooze('2026-11-07', dueOn)).toMatchObject({
      ok: false,
      refusal: { code: 'snooze-too-late' },
    })
})

it('lets the rest wait for any later day', () => {
  expect(snooze('2028-01-01', '2026-11-10', 'courtesy')).toMatchObject({ ok: true })
  expect(snooze('2026-11-07', null)).toMatchObject({ ok: true })
  expect(snooze('2026-11-06', null)).toMatchObject({
    ok: false,
    refusal: { code: 'snooze-not-ahead' },
  })
})

it('binds to the due day exactly when the table says so', () => {
  const dueOn = localDate('2026-12-01')
  for (const consequence of RANKED_CONSEQUENCES)
    expect(latestSnooze({ consequence, dueOn })).toBe(
      CONSEQUENCES[consequence].isDayFixed ? dueOn : null,
    )
})
