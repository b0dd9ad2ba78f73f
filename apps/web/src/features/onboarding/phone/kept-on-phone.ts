import { del, get, set } from 'idb-keyval'

/** Whose page it is: a shared phone never shows what somebody else typed. */
export interface PagePlace {
  personId: string
  page: string
}

/** What this phone keeps of a page: text that was typed, or a photo that has not reached the server. */
export type Kept = string | File

/** A browser without storage keeps nothing; the server has what was typed before. */
export async function readKept(place: PagePlace): Promise<Kept | undefined> {
  return get<Kept>(keyOf(place)).catch(() => undefined)
}

export async function keep(place: PagePlace, value: Kept): Promise<void> {
  await set(keyOf(place), value).catch(() => undefined)
}

export async function forgetKept(place: PagePlace): Promise<void> {
  await del(keyOf(place)).catch(() => undefined)
}

function keyOf({ personId, page }: PagePlace): string {
  return `welcome:${personId}:${page}`
}
