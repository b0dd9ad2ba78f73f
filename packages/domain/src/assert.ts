/**
 * Stops on what must never happen. A broken invariant is a bug, not a refusal: it throws and the
 * caller answers 500. Expected "no" answers are `Refusal`s (see result.ts).
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`)
}

/** Makes a `switch` over a union exhaustive for the compiler, and loud at run time. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${String(value)}`)
}
