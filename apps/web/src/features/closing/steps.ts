/** The five steps, with their place in the address. */
export const STEPS = ['checks', 'preview', 'close', 'progress', 'done'] as const
export type Step = (typeof STEPS)[number]

const SLUGS: Readonly<Record<Step, string>> = {
  checks: 'controles',
  preview: 'apercu',
  close: 'cloturer',
  progress: 'en-cours',
  done: 'termine',
}

const AFTER_CLOSING: readonly Step[] = ['progress', 'done']

export function stepHref(month: string, step: Step): string {
  return `/gestion/cloture/${month}/${SLUGS[step]}`
}

/** The step of an address; a closed month opens on its seal, an open one on its checks. */
export function stepOf(slug: string | undefined, isClosed: boolean): Step {
  return STEPS.find((step) => SLUGS[step] === slug) ?? (isClosed ? 'done' : 'checks')
}

/** Steps before the closing are for open months, those after it for closed ones. */
export function isStepOpen(step: Step, isClosed: boolean): boolean {
  return AFTER_CLOSING.includes(step) === isClosed
}
