import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { describe, expect, it } from 'vitest'
import { nextAction } from './next-action.ts'
import type { OwnFile, PersonFile } from './queries.ts'

type Contract = OwnFile['contracts'][number]

const TODAY = localDate('2026-11-02')
const sentOn = new Map([['c', localDate('2026-10-24')]])

function contract(state: Contract['state'], over: Partial<Contract> = {}): Contract {
  return {
    id: 'c',
    kind: 'CAPE',
    number: 'CAPE-2026-0001',
    activityId: 'a',
    activity: 'Couture',
    sequence: 0,
    startsOn: localDate('2026-06-01'),
    endsOn: localDate('2027-05-31'),
    state,
    ...over,
  }
}

function kindOf(contracts: Contract[], declarations: PersonFile['declarations'] = []) {
  const action = nextAction({ contracts, declarations, sentOn }, TODAY)
  return action && [action.kind, action.date]
}

const submitted = {
  id: 'd',
  month: yearMonth('2026-10'),
  state: 'submitted',
  number: 'D-1',
  submittedAt: '2026-11-01T08:00:00.000Z',
} as const

describe('the next step in a file', () => {
  it('is what waits for us before what waits for the person', () => {
    expect(kindOf([contract('signed')], [submitted])).toEqual(['countersign', null])
    expect(kindOf([contract('active')], [submitted])).toEqual(['review-declaration', null])
    expect(kindOf([contract('draft')])).toEqual(['finish-contract', null])
    expect(kindOf([contract('to_sign')])).toEqual(['await-signature', '2026-10-24'])
  })

  it('is to renew from sixty days before the end, and to plan something else after two renewals', () => {
    const endsOn = localDate('2027-01-01')
    expect(kindOf([contract('active', { endsOn })])).toEqual(['renew-contract', endsOn])
    expect(kindOf([contract('active', { endsOn: localDate('2027-01-02') })])).toBeNull()
    expect(kindOf([contract('active', { endsOn, sequence: 2 })])).toEqual([
      'plan-after-cape',
      endsOn,
    ])
  })

  it('is a first contract when there is none, and nothing for a CESA without end', () => {
    expect(kindOf([])).toEqual(['create-contract', null])
    expect(kindOf([contract('ended'), contract('cancelled')])).toEqual(['create-contract', null])
    expect(kindOf([contract('active', { kind: 'CESA', endsOn: null })])).toBeNull()
  })
})
