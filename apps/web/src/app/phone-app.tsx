import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { ErrorBoundary } from './error-boundary.tsx'
import { PhoneRouter } from './phone-router.tsx'
import { PhoneLoadFailed } from './phone-states.tsx'

/** The phone shell: testers, tutors, tutees, sign-in, installation. */
export function PhoneApp({ queryClient }: { queryClient: QueryClient }) {
  const [location] = useLocation()
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary
        resetKey={location}
        fallback={(error, retry) => <PhoneLoadFailed error={error} onRetry={retry} />}
      >
        <PhoneRouter />
      </ErrorBoundary>
    </QueryClientProvider>
  )
}
