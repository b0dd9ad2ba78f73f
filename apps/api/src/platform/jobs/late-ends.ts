/** How the library says that a job ended after its workers were given up (`batch` in graphile-worker 0.18). */
export const LATE_END = 'This batcher has been released'

/**
 * The end of such a job cannot be noted any more, and the library says so in a promise that nobody holds: the
 * process would end. The job comes again, once what its workers left behind is free. Every other promise that
 * nobody holds ends the process as before.
 */
export function outliveLateEnds(report: (error: Error) => void): { stop(): void } {
  const listener = (reason: unknown): void => {
    if (!(reason instanceof Error) || !reason.message.startsWith(LATE_END)) throw reason
    report(reason)
  }
  process.on('unhandledRejection', listener)
  return { stop: () => void process.off('unhandledRejection', listener) }
}
