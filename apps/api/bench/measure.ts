import { readFileSync } from 'node:fs'

export interface Comparison {
  id: string
  /** What is measured, in words. */
  path: string
  /** What it means for the people who use the product. */
  meaning: string
  goal: string
  results: { label: string; ratio: number; isMet: boolean; detail: string }[]
}

/** The middle value; an even count gives the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/**
 * Runs both sides in turn, several rounds, the first thrown away: a noisy neighbour then slows both. Gives
 * the median of each side.
 */
export async function interleave(
  rounds: number,
  sides: { product: () => Promise<number>; limit: () => Promise<number> },
): Promise<{ product: number; limit: number; spread: string }> {
  const product: number[] = []
  const limit: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const a = await sides.limit()
    const b = await sides.product()
    if (round === 0) continue
    limit.push(a)
    product.push(b)
  }
  const range = (values: readonly number[]): string =>
    `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`
  return {
    product: median(product),
    limit: median(limit),
    spread: `product ${range(product)}, limit ${range(limit)}`,
  }
}

/** The load of the machine, to read beside the figures: above the number of cores they are noisy. */
export function loadAverage(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ')
  } catch {
    return 'unknown'
  }
}

/** Milliseconds of one piece of work. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Milliseconds of each of so many pieces of work, one after the other. */
export async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = []
  for (let n = 0; n < count; n += 1) found.push(await timed(work))
  return found
}

/** The value below which that part of them lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
