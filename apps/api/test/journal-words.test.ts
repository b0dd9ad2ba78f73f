import { settings } from '@terreau/i18n/fr/settings'
import { describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS } from '../src/platform/audit/actions.ts'

describe('the journal', () => {
  it('has words for every act, and for no other', () => {
    const acts = AUDIT_ACTIONS.map((action) => action.replaceAll('.', '-')).sort()
    expect(Object.keys(settings.journal.did).sort()).toEqual(acts)
  })
})
