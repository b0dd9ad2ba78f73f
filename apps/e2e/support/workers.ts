/** One more than the two cores of the smallest machine: while two work, one waits for an answer. */
export const WORKERS = 3

/** Where the demonstration of this worker answers; the global set-up says where they all are. */
export function demoUrl(): string | undefined {
  return process.env.E2E_URLS?.split(' ')[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
}
