import { useSyncExternalStore } from 'react'
import { hasNetwork, onNetwork } from './network.ts'

/** Whether what the page asks for can reach the server. */
export function useOnline(): boolean {
  return useSyncExternalStore(onNetwork, hasNetwork)
}
