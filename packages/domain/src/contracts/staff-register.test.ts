import { expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { hiresToEnter } from './staff-register.ts'

const hire = (contractId: string, hiredOn: string) => ({ contractId, hiredOn: localDate(hiredOn) })

it('writes the hires that are missing in their order, whatever the order in which they are read', () => {
  const hires = [hire('c', '2026-03-01'), hire('b', '2025-01-01'), hire('a', '2026-03-01')]
  expect(hiresToEnter(hires, new Set()).map(({ contractId }) => contractId)).toEqual([
    'b',
    'a',
    'c',
  ])
  expect(hiresToEnter(hires, new Set(['b', 'c'])).map(({ contractId }) => contractId)).toEqual([
    'a',
  ])
  expect(hiresToEnter(hires, new Set(['a', 'b', 'c']))).toEqual([])
})
