import { useEffect } from 'react'
import { useSession } from './session.ts'

interface ScriptPolicy {
  createScriptURL(url: string): string
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
}

const WORKER = '/sw.js'

/**
 * For testers and tutors only: keeps the pages on the device once they are signed in and the first page
 * is drawn. A passer-by stores nothing; staff work with a network.
 */
export function useOfflinePages(): void {
  const roles = useSession()?.roles ?? []
  const isConcerned = roles.includes('tester') || roles.includes('tutor')
  useEffect(() => {
    if (!isConcerned || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
    const timer = window.setTimeout(() => void keepPages().catch(() => undefined), 3000)
    return () => window.clearTimeout(timer)
  }, [isConcerned])
}

async function keepPages(): Promise<void> {
  await navigator.serviceWorker.register(trustedUrl())
  const registration = await navigator.serviceWorker.ready
  registration.active?.postMessage('keep')
}

/** Our content security policy wants script addresses vouched for; this one is a constant. */
function trustedUrl(): string {
  const factory: TrustedTypesFactory | undefined = Reflect.get(window, 'trustedTypes')
  const policy = factory?.createPolicy('terreau-worker', { createScriptURL: () => WORKER })
  return policy?.createScriptURL(WORKER) ?? WORKER
}
