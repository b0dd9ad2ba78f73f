/** How the state of a legal clock looks on a file. */
export const CLOCK_LOOKS = {
  running: 'info',
  met: 'success',
  passed: 'danger',
  'not-applicable': 'neutral',
} as const
