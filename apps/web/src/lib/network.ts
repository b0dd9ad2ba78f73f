/** How soon the server is asked for a sign of life after a request met no network, and the longest wait. */
const FIRST_MS = 2_000
const LONGEST_MS = 20_000

const listeners = new Set<() => void>()
/** Not read from `timer`: a page that is being closed gets no timer, and would ask again without end. */
let isAnswering = true
let timer: ReturnType<typeof setTimeout> | undefined
let pause = FIRST_MS

/**
 * Whether a request has a chance. A phone that shows a network may have none, and a page that was opened
 * without one is not always told when it comes back: what the last request met says more.
 */
export const hasNetwork = () => navigator.onLine && isAnswering

/** Told when the network goes or comes back. */
export function onNetwork(listener: () => void): () => void {
  listeners.add(listener)
  window.ononline = comeBack
  window.onoffline = tell
  return () => void listeners.delete(listener)
}

/** A request met no network. */
export function networkFailed(): void {
  if (!isAnswering) return
  isAnswering = false
  ask()
  // What fails while the server answers (a line that drops each photo) is tried less and less often.
  pause = Math.min(pause * 2, LONGEST_MS)
  tell()
}

function ask(): void {
  timer = setTimeout(() => {
    fetch('/healthz').then(comeBack, () => {
      pause = FIRST_MS
      ask()
    })
  }, pause)
}

function comeBack(): void {
  clearTimeout(timer)
  isAnswering = true
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}
