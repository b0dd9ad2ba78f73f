import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import { safeReturn } from '../../lib/routes.ts'

export interface Entered {
  home: string
  mustSetUpTotp: boolean
}

/** Goes where the person was going before signing in, or home. The staff pages are another document. */
export function useEnter(): (entered: Entered) => void {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const wanted = useReturn()
  return ({ home, mustSetUpTotp }) => {
    client.clear()
    const target = mustSetUpTotp ? '/gestion/reglages/securite' : (wanted ?? home)
    if (/^\/gestion(\/|$)/.test(target)) window.location.assign(target)
    else navigate(target, { replace: true })
  }
}

/** Where the person was going, when this site sent them here. */
export function useReturn(): string | null {
  return safeReturn(new URLSearchParams(useSearch()).get('retour'))
}

/** The same page of the sign-in journey, keeping where the person was going. */
export function withReturn(path: string, wanted: string | null): string {
  return wanted === null ? path : `${path}?retour=${encodeURIComponent(wanted)}`
}
