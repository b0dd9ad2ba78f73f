import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Redirect, useLocation, useSearch } from 'wouter'
import { guard, type PageAccess, signInUrl } from '../lib/routes.ts'
import { sessionQuery } from '../lib/session.ts'
import { Loading } from '../ui/phone/loading.tsx'
import { phoneWords } from '../ui/phone/words.ts'
import { fetchedPage } from './fetched-page.tsx'
import { PhoneLoadFailed } from './phone-states.tsx'

const PhoneForbidden = fetchedPage(
  () => import('./phone-forbidden.tsx').then((m) => m.PhoneForbidden),
  Loading,
)

/** Opens the page to those who may see it; leads the others to sign-in, or says who can. */
export function PhoneGuard(props: { permission: PageAccess; children: ReactNode }) {
  const { permission, children } = props
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const [location] = useLocation()
  const search = useSearch()
  const locale = session?.user.locale
  useEffect(() => {
    if (locale) void phoneWords.follow(locale)
  }, [locale])
  if (permission === 'public') return children
  if (session === undefined) {
    return error ? <PhoneLoadFailed error={error} onRetry={() => void refetch()} /> : <Loading />
  }
  switch (guard(session, permission)) {
    case 'open':
      return children
    case 'sign-in':
      return <Redirect to={signInUrl(location + (search === '' ? '' : `?${search}`))} replace />
    case 'forbidden':
      return <PhoneForbidden permission={permission} />
  }
}
