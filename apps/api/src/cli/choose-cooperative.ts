import { foldForSearch } from '@terreau/domain/names/normalise'
import { commandLineWords } from '@terreau/i18n/command-line'
import { sql } from 'kysely'
import { actAs } from '../platform/mutation.ts'
import type { Services } from '../platform/services.ts'
import { type CommandCall, UsageError } from './command.ts'

export interface NamedCooperative {
  id: string
  name: string
}

/** Every cooperative of the installation. Each is asked its name as itself: no role here sees two. */
export async function listCooperatives(services: Services): Promise<NamedCooperative[]> {
  const { rows } = await sql<{ id: string }>`
    select id from terreau.cooperative_ids() as id`.execute(services.db)
  const found: NamedCooperative[] = []
  for (const { id } of rows) {
    const who = {
      actor: { kind: 'cli', name: 'list' } as const,
      cooperativeId: id,
      requestId: 'cli:list',
    }
    found.push(
      await actAs(services, who, (_ctx, tx) =>
        tx
          .selectFrom('cooperative')
          .select(['id', 'name'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow(),
      ),
    )
  }
  return found
}

/** The one asked for by its name, capitals and accents aside, or its number; UsageError names the others. */
export function cooperativeNamed(
  all: readonly NamedCooperative[],
  value: string,
  { locale }: CommandCall,
): NamedCooperative {
  const byId = all.find((one) => one.id === value.toLowerCase())
  if (byId !== undefined) return byId
  const [only, ...others] = all.filter((one) => foldForSearch(one.name) === foldForSearch(value))
  if (only !== undefined && others.length === 0) return only
  const key = only === undefined ? 'common.cooperativeUnknown' : 'common.cooperativeAmbiguous'
  const list = cooperativeLines(all, locale)
  throw new UsageError(commandLineWords(locale)(key, { value, list }))
}

/** The one there is; UsageError when there is none, or several to choose from. */
export function onlyCooperative(
  all: readonly NamedCooperative[],
  { locale }: CommandCall,
): NamedCooperative {
  const words = commandLineWords(locale)
  const [only, ...others] = all
  if (only === undefined) throw new UsageError(words('common.cooperativeNone'))
  if (others.length === 0) return only
  throw new UsageError(words('common.cooperativeWanted', { list: cooperativeLines(all, locale) }))
}

export function cooperativeLines(
  all: readonly NamedCooperative[],
  locale: CommandCall['locale'],
): string {
  const words = commandLineWords(locale)
  return all.map((one) => words('common.cooperativeLine', { ...one })).join('\n')
}
