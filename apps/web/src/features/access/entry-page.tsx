import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Redirect } from 'wouter'
import { homeOf, sessionQuery } from '../../lib/session.ts'
import { Loading } from '../../ui/phone/loading.tsx'

/** The bare address: home for whoever is signed in, sign-in for the others. */
export function EntryPage() {
  const { data: session, isPending } = useQuery(sessionQuery)
  const home = session ? homeOf(session.roles) : null
  useEffect(() => {
    if (home === '/gestion') window.location.replace(home)
  }, [home])
  if (isPending || home === '/gestion') return <Loading />
  return <Redirect to={home ?? '/connexion'} replace />
}
