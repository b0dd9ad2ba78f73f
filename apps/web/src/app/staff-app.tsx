import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { signInUrl } from '../lib/routes.ts'
import { sessionQuery } from '../lib/session.ts'
import { Loading } from '../ui/staff/loading.tsx'
import { theme } from '../ui/staff/theme.ts'
import { staffWords } from '../ui/staff/words.ts'
import { StaffRouter } from './staff-router.tsx'
import { StaffLoadFailed } from './staff-states.tsx'

/**
 * The staff shell. Mantine's variables and global classes come from files: it would otherwise write
 * style tags through innerHTML, which our content security policy refuses.
 */
export function StaffApp({ queryClient }: { queryClient: QueryClient }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <SignedIn />
      </QueryClientProvider>
    </MantineProvider>
  )
}

function SignedIn() {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const locale = session?.user.locale
  useEffect(() => {
    if (locale) void staffWords.follow(locale)
  }, [locale])
  useEffect(() => {
    if (session !== null) return
    const { pathname, search } = window.location
    window.location.replace(signInUrl(pathname + search))
  }, [session])
  if (session) return <StaffRouter session={session} />
  return error ? <StaffLoadFailed error={error} onRetry={() => void refetch()} /> : <Loading />
}

/** The API writes this response's nonce in the page. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
