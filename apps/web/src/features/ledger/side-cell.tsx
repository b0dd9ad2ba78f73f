import { MoneyText } from '../../ui/money-text.tsx'

/** One side of an entry: an amount that is not on this side leaves its cell empty. */
export function SideCell({ cents }: { cents: bigint }) {
  return cents > 0n ? <MoneyText cents={cents.toString()} /> : null
}
