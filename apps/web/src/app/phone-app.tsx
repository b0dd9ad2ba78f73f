import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useOfflinePages } from '../lib/offline-pages.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { PhoneRouter } from './phone-router.tsx'
import { PhoneLoadFailed } from './phone-states.tsx'

/** The phone shell: testers, tutors, tutees, sign-in, installation. */
export function PhoneApp({ queryClient }: { queryClient: QueryClient }) {
  const [path] = useLocation()
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary
        resetKey={path}
        fallback={(error) => (
          <PhoneLoadFailed error={error} onRetry={() => window.location.reload()} />
        )}
      >
        <OfflinePages />
        <PhoneRouter />
      </ErrorBoundary>
    </QueryClientProvider>
  )
}

function OfflinePages() {
  useOfflinePages()
  return null
}
