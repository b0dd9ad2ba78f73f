import { assert } from '../assert.ts'

/** A value for a whole number of cents, exact; asked as seldom as possible, because it is slow. */
export type ValueAt = (amount: bigint) => bigint

export type Point = { readonly at: bigint; readonly value: bigint }

/**
 * The amount whose value is at most `target` while that of one cent more exceeds it. Both are really
 * evaluated, so the answer is proved whatever the shape between the bounds; where the value never
 * falls, it is the largest amount that fits. The value at `from` must be at most the target, the one
 * at `to` above it. Interpolation chooses where to look and only that: a wrong guess costs time.
 */
export function lastAtMost(
  target: bigint,
  valueAt: ValueAt,
  bounds: Bounds & { readonly known?: Iterable<Point> },
): bigint {
  let { from, to } = narrowed(bounds, target, [...(bounds.known ?? [])])
  assert(from.value <= target && to.value > target, 'the target lies between the bounds')
  // How often in a row each bound stayed: a bound that stays weighs less and less, so that the
  // guesses do not all fall on one side.
  let stayed = { from: 0, to: 0 }
  for (let round = 1; to.at - from.at > 1n; round += 1) {
    const at = within(guess({ from, to }, { target, round, stayed }), { from, to })
    const point = { at, value: valueAt(at) }
    if (point.value <= target) {
      stayed = { from: 0, to: stayed.to + 1 }
      from = point
    } else {
      stayed = { from: stayed.from + 1, to: 0 }
      to = point
    }
  }
  return from.at
}

/** The closest points that were evaluated before: what fits highest, then the next that does not. */
function narrowed({ from, to }: Bounds, target: bigint, known: readonly Point[]): Bounds {
  const between = known.filter((point) => point.at > from.at && point.at < to.at)
  const low = between
    .filter((point) => point.value <= target)
    .reduce((best, point) => (point.at > best.at ? point : best), from)
  const high = between
    .filter((point) => point.value > target && point.at > low.at)
    .reduce((best, point) => (point.at < best.at ? point : best), to)
  return { from: low, to: high }
}

type Bounds = { readonly from: Point; readonly to: Point }
type Look = {
  readonly target: bigint
  readonly round: number
  readonly stayed: { readonly from: number; readonly to: number }
}

function guess(bounds: Bounds, look: Look): bigint {
  const { from, to } = bounds
  const half = from.at + (to.at - from.at) / 2n
  if (look.round > PATIENCE && look.round % 2 === 0) return half
  if (to.at - from.at > NEAR_CENTS) return guessFar(bounds, look)
  if (from.at <= 0n || look.round % 3 === 0) return half
  return guessNear(bounds, look)
}

/** Rounds after which every other one halves what is left. */
const PATIENCE = 6

/** Below this width the steps of a rounded coefficient matter more than the slope. */
const NEAR_CENTS = 300n

/** On the line between the bounds, drawn away from the one that stays. */
function guessFar({ from, to }: Bounds, { target, stayed }: Look): bigint {
  const below = Number(target - from.value + 1n) * weight(stayed.from)
  const above = Number(to.value - target) * weight(stayed.to)
  return from.at + BigInt(Math.round((Number(to.at - from.at) * below) / (below + above)))
}

function weight(stayed: number): number {
  return 0.5 ** Math.max(0, stayed - 1)
}

/** Between two steps the value grows like its own ratio to the amount: up from one bound or down from the other. */
function guessNear({ from, to }: Bounds, { target, round }: Look): bigint {
  const slope = Number(to.value) / Number(to.at)
  const up = from.at + BigInt(Math.floor((Number(target - from.value) + 0.5) / slope))
  const down = to.at - BigInt(Math.ceil((Number(to.value - target) - 0.5) / slope))
  if (round % 3 === 1) return up < to.at ? up : down
  return down > from.at ? down : up
}

function within(wanted: bigint, { from, to }: Bounds): bigint {
  if (wanted <= from.at) return from.at + 1n
  return wanted >= to.at ? to.at - 1n : wanted
}
