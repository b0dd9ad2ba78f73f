/** Two cores: more browsers would only wait for each other. */
export const WORKERS = 2

/** Where the demonstration of this worker answers; the global set-up says where they all are. */
export function demoUrl(): string | undefined {
  return process.env.E2E_URLS?.split(' ')[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
}
