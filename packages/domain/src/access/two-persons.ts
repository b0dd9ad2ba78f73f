import type { Permission } from './permissions.ts'

/**
 * Acts on money that one person asks for and another one agrees to, where the cooperative decided so.
 * Each with the permission that asks; whoever holds `approval.decide` agrees, and never the one who asked.
 */
export const TWO_PERSON_ACTS = {
  'close-month': 'closing.close',
  'decide-scheme': 'cooperative.settings',
  'change-iban': 'number.edit',
  'export-pay': 'pay-variables.export',
  /** Giving up this very rule. */
  'one-person-again': 'cooperative.settings',
} as const satisfies Record<string, Permission>

export type TwoPersonAct = keyof typeof TWO_PERSON_ACTS
