import { type RawBuilder, sql } from 'kysely'
import type { Context } from './context.ts'
import { found } from './problem-error.ts'

/**
 * The rows of `person` that are whoever is signed in: the kept file first, then those merged into it. This
 * is the only answer to "is it mine?"; staff without a file have none.
 */
export function ownPersonIds(ctx: Context): readonly string[] {
  return ctx.actor.kind === 'person' ? ctx.actor.personIds : []
}

/** The file under which whoever is signed in is found, and under which they write; 404 without one. */
export function ownPersonId(ctx: Context): string {
  return found(ownPersonIds(ctx)[0])
}

/** The ids under which the rows of a file are found: its own and those merged into it. */
export function fileIds(cooperativeId: string, personId: string): RawBuilder<string> {
  return sql<string>`(select terreau.file_ids(${cooperativeId}, ${personId}))`
}
