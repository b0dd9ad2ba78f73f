import { useSyncExternalStore } from 'react'

const STORED_AS = 'terreau.single-keys'
const listeners = new Set<() => void>()

/** Whether one-letter shortcuts act (WCAG 2.1.4 asks that they can be switched off). On by default. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areOn)
}

/** Switches one-letter shortcuts on or off on this device. */
export function setSingleKeys(isOn: boolean): void {
  try {
    window.localStorage.setItem(STORED_AS, isOn ? 'on' : 'off')
  } catch {
    return
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function areOn(): boolean {
  try {
    return window.localStorage.getItem(STORED_AS) !== 'off'
  } catch {
    return true
  }
}
