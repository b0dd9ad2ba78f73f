import { useSyncExternalStore } from 'react'

/** A screen that somebody of the staff has given to the person beside them. */
export interface HandedScreen {
  /** The one page that stays open. */
  href: string
  /** Why the person signs here. */
  reason: string
  isDone: boolean
}

const KEY = 'terreau.handed'
const listeners = new Set<() => void>()

/** What the staff member typed to take the screen back. In memory only: after a reload one signs in again. */
let backCode: string | null = null
let kept: { text: string | null; screen: HandedScreen | null } = { text: null, screen: null }

export function useHandedScreen(): HandedScreen | null {
  return useSyncExternalStore(subscribe, read)
}

export function handScreen(screen: Omit<HandedScreen, 'isDone'>, code: string): void {
  backCode = code
  write({ ...screen, isDone: false })
}

/** The person is done: the page says so until the screen is taken back. */
export function finishHandedScreen(): void {
  const screen = read()
  if (screen !== null) write({ ...screen, isDone: true })
}

/** Whether the code was the right one; then the frame is back. */
export function takeScreenBack(code: string): boolean {
  if (backCode === null || code !== backCode) return false
  forgetHandedScreen()
  return true
}

export function forgetHandedScreen(): void {
  backCode = null
  write(null)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** One object as long as nothing changes, as React asks. */
function read(): HandedScreen | null {
  const text = sessionStorage.getItem(KEY)
  if (text !== kept.text) kept = { text, screen: parsed(text) }
  return kept.screen
}

function parsed(text: string | null): HandedScreen | null {
  if (text === null) return null
  const value: unknown = JSON.parse(text)
  return isHandedScreen(value) ? value : null
}

function isHandedScreen(value: unknown): value is HandedScreen {
  return typeof value === 'object' && value !== null && 'href' in value && 'reason' in value
}

function write(screen: HandedScreen | null): void {
  if (screen === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, JSON.stringify(screen))
  for (const listener of listeners) listener()
}
