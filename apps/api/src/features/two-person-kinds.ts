import type { TwoPersonKind } from '../platform/two-person-kind.ts'
import { closingByTwo } from './closing/index.ts'
import { payExportByTwo } from './pay/index.ts'
import { ibanByTwo } from './right-to-work/index.ts'
import { onePersonAgain, schemeByTwo } from './settings/index.ts'

/** Every act that two persons do, written by the feature that owns it. */
export const twoPersonKinds: readonly TwoPersonKind[] = [
  closingByTwo,
  schemeByTwo,
  ibanByTwo,
  payExportByTwo,
  onePersonAgain,
]
