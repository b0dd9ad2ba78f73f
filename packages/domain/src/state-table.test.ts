import { describe, expect, it } from 'vitest'
import { applyAct, type StateTable } from './state-table.ts'

const DOOR: StateTable<'open' | 'shut', 'push' | 'pull'> = {
  open: { push: 'shut' },
  shut: { pull: 'open' },
}

describe('applyAct', () => {
  it('follows the table and refuses whatever is absent from it', () => {
    expect(applyAct(DOOR, { state: 'open', act: 'push' }, 'stuck')).toEqual({
      ok: true,
      value: 'shut',
    })
    expect(applyAct(DOOR, { state: 'open', act: 'pull' }, 'stuck')).toEqual({
      ok: false,
      refusal: { code: 'stuck', params: { state: 'open', act: 'pull' } },
    })
  })
})
