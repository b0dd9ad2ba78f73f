import { retentionRule } from '@terreau/domain/retention/kinds'
import { type LocalDate, parseLocalDate } from '@terreau/domain/time/local-date'
import { type CooperativeZone, PARIS } from '@terreau/domain/time/zoned-day'
import { commandLineWords } from '@terreau/i18n/command-line'
import { retentionKindName } from '@terreau/i18n/retention-kinds'
import { sql } from 'kysely'
import { type KindOutcome, planRetention, runRetention } from '../features/personal-data/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { actAs } from '../platform/mutation.ts'
import type { Services } from '../platform/services.ts'
import { type Command, type CommandCall, UsageError } from './command.ts'
import { openForCommand, openForReading } from './open-for-command.ts'
import { readOptions } from './options.ts'

const ACTOR = { kind: 'cli', name: 'retention' } as const

interface CooperativeOutcome {
  id: string
  name: string
  kinds: KindOutcome[]
}

/** Applies the lengths of every cooperative, or says with --dry-run what it would erase. */
export const retentionCommand: Command = {
  name: 'retention',
  async run(call) {
    const { flags, values, positionals } = readOptions(call, {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      on: { type: 'string' },
    })
    const words = commandLineWords(call.locale)
    const isDryRun = flags.has('dry-run')
    const on = dayOf(values.get('on'), call)
    if (positionals.length > 0) throw new UsageError(words('retention.noFile'))
    const installation = await (isDryRun ? openForReading : openForCommand)(call)
    try {
      const { services } = installation
      const today = services.clock.today(PARIS)
      if (!isDryRun && on !== null && on > today) throw new UsageError(words('retention.future'))
      const onThatDay = {
        ...services.clock,
        today: (zone: CooperativeZone) => on ?? services.clock.today(zone),
      }
      const outcomes = await runAll({ ...services, clock: onThatDay }, isDryRun)
      const answer = { on: on ?? today, isDryRun, outcomes }
      if (flags.has('json')) call.out.print(asJson(answer, call))
      else printOutcomes(answer, call)
      return 0
    } finally {
      await installation.close()
    }
  },
}

function dayOf(text: string | undefined, { locale }: CommandCall): LocalDate | null {
  if (text === undefined) return null
  const day = parseLocalDate(text)
  if (day === null)
    throw new UsageError(commandLineWords(locale)('retention.dayUnreadable', { value: text }))
  return day
}

async function runAll(services: Services, isDryRun: boolean): Promise<CooperativeOutcome[]> {
  const { rows } = await sql<{ id: string }>`
    select id from terreau.cooperative_ids() as id`.execute(services.db)
  const outcomes: CooperativeOutcome[] = []
  for (const { id } of rows) {
    const who = { actor: ACTOR, cooperativeId: id, requestId: 'retention' }
    const act = <T>(run: (ctx: Context, tx: Tx) => Promise<T>) => actAs(services, who, run)
    const { name } = await act((_ctx, tx) =>
      tx.selectFrom('cooperative').select('name').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    const kinds = isDryRun ? await dryRun(act) : await runRetention(act, () => true)
    outcomes.push({ id, name, kinds })
  }
  return outcomes
}

async function dryRun(
  act: <T>(run: (ctx: Context, tx: Tx) => Promise<T>) => Promise<T>,
): Promise<KindOutcome[]> {
  const planned = await act((ctx, tx) => planRetention(tx, ctx))
  return planned.map(({ tasks: _tasks, ...kind }) => kind)
}

interface Answer {
  on: LocalDate
  isDryRun: boolean
  outcomes: readonly CooperativeOutcome[]
}

function asJson({ on, isDryRun, outcomes }: Answer, { locale }: CommandCall): string {
  const cooperatives = outcomes.map(({ id, name, kinds }) => ({
    id,
    name,
    kinds: kinds.map((kind) => {
      const { source, readOn, isObliged, effect, setting } = retentionRule(kind.kind)
      const rule = { text: source, readOn, isObliged, effect, setting: setting ?? null }
      return { ...kind, name: retentionKindName(locale, kind.kind), ...rule }
    }),
  }))
  return JSON.stringify({ on, isDryRun, cooperatives }, null, 2)
}

function printOutcomes({ on, isDryRun, outcomes }: Answer, { out, locale }: CommandCall): void {
  const words = commandLineWords(locale)
  out.print(words(isDryRun ? 'retention.wouldErase' : 'retention.erased', { on }))
  for (const { name, kinds } of outcomes) {
    out.print(`\n${name}`)
    for (const { kind, months, files, rows, oldest, held, erased } of kinds) {
      const { source } = retentionRule(kind)
      const label = retentionKindName(locale, kind)
      const key = rows === 0 && held === 0 ? 'retention.nothing' : 'retention.due'
      out.print(words(key, { label, months, files, rows, oldest: oldest ?? '–', held }))
      if (erased !== null && erased > 0) out.print(words('retention.done', { count: erased }))
      out.print(`      ${source}`)
    }
  }
}
