import { byTwo } from '../../platform/two-person-kind.ts'
import { addScheme, checkScheme } from './create-scheme.ts'
import { addSetting } from './enter-setting.ts'

/** A decision of the assembly, entered by one and read again by another (C. trav. R7331-8). */
export const schemeByTwo = byTwo('decide-scheme', {
  async propose(tx, ctx, kept) {
    await checkScheme(tx, ctx, kept.scheme)
    return { kept, target: kept.scheme.code, personId: null }
  },
  facts: async () => '',
  carryOut: (tx, ctx, { scheme }) => addScheme(tx, ctx, scheme),
})

/** From a day on, one person is enough again: two decide it. */
export const onePersonAgain = byTwo('one-person-again', {
  propose: async (_tx, _ctx, kept) => ({ kept, target: 'two_persons_required', personId: null }),
  facts: async () => '',
  carryOut: (tx, ctx, { validFrom, source }) =>
    addSetting(tx, ctx, { key: 'two_persons_required', validFrom, value: 0n, source }),
})
