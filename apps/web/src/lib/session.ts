import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Permission } from '@terreau/domain/access/permissions'
import { isStaff, type Role } from '@terreau/domain/access/roles'
import { type Api, call } from './api.ts'
import { lastSession, rememberSession } from './last-session.ts'
import { isOffline, problemOf } from './problem-error.ts'
import { clocks, learnToday } from './today.ts'

export type Session = Api['GET /session']['response']

export const sessionKey = ['session'] as const

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: readSession,
  staleTime: 60_000,
  // The page that says "could not load" reads the session too: it must not start it all over again.
  retryOnMount: false,
})

/** The session, or null when nobody is signed in or while it is not known yet. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null
}

/** Whether the person signed in may do something: what the table forbids is not shown. */
export function useCan(permission: Permission): boolean {
  const session = useSession()
  return session?.permissions.includes(permission) === true
}

/** The first page of a person: the one of their widest role. */
export function homeOf(roles: readonly Role[]): '/gestion' | '/moi' | '/tutorat' {
  if (roles.some((role) => isStaff(role) || role === 'observer')) return '/gestion'
  return roles.includes('tester') || !roles.includes('tutor') ? '/moi' : '/tutorat'
}

async function readSession(): Promise<Session | null> {
  try {
    const session = await call('GET /session')
    clocks.zone = session.cooperative.timeZone
    learnToday(session.today)
    rememberSession({ ...session, lead: clocks.lead })
    return session
  } catch (error) {
    return afterFailure(error)
  }
}

/** Signed out for sure, or no network: then whoever was last signed in on this device goes on. */
function afterFailure(error: unknown): Session | null {
  if (problemOf(error)?.status === 401) {
    rememberSession(null)
    return null
  }
  const known = isOffline(error) ? lastSession() : null
  if (known === null) throw error
  clocks.zone = known.cooperative.timeZone
  // As far as it was when the server answered last.
  clocks.lead = known.lead ?? 0
  return known
}
