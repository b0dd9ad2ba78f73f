import { type Session, useSession } from './session.ts'

/** What the server says of a screen that staff have given to the person beside them. */
export type HandedScreen = NonNullable<Session['handed']>

/** The screen that a person holds; null while staff have it. The server opens nothing else until it is back. */
export function useHandedScreen(): HandedScreen | null {
  return useSession()?.handed ?? null
}

/** The one page that stays open. */
export function handedPage({ signatureId }: HandedScreen): string {
  return `/gestion/signatures/${signatureId}/bureau`
}
