import { expect, it } from 'vitest'
import { newInterview, readInterview, valuesOf } from './interview-values.ts'
import type { Interview } from './queries.ts'

const report = { review: 'a', outlook: 'b', actions: 'c', needs: 'd', agreed: '', nextSteps: '' }
const planned = {
  plannedOn: '2026-11-10',
  plannedTime: '14:30',
  heldOn: null,
  conductorId: 'u1',
  way: 'phone',
  place: '',
  report,
} as unknown as Interview

it('asks for the one day that is wanted, and for who holds it', () => {
  expect(readInterview(newInterview())).toEqual({ slips: ['plannedOn', 'conductorId'] })
  expect(readInterview({ ...newInterview(), phase: 'held', conductorId: 'u1' })).toEqual({
    slips: ['heldOn'],
  })
})

it('keeps the planned day of an interview that was held, and no time without a day', () => {
  const values = valuesOf(planned, '2026-11-10')
  expect(values).toMatchObject({ phase: 'held', heldOn: '2026-11-10' })
  expect(readInterview(values)).toMatchObject({
    body: { plannedOn: '2026-11-10', plannedTime: '14:30', heldOn: '2026-11-10' },
  })
  const unplanned = { ...values, plannedOn: '' }
  expect(readInterview(unplanned)).toMatchObject({ body: { plannedOn: null, plannedTime: '' } })
})

it('stays to come before its day', () => {
  const values = valuesOf(planned, '2026-11-09')
  expect(values).toMatchObject({ phase: 'planned', heldOn: '' })
  expect(readInterview(values)).toMatchObject({ body: { heldOn: null } })
})
