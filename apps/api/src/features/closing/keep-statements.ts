import type { YearMonth } from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { storeFile } from '../../platform/files/store.ts'
import type { QueuedJob } from '../../platform/jobs/queue.ts'
import { announce } from '../../platform/live-events.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { closingTopic, statementProgress } from './progress.ts'

export interface DrawnStatement {
  activityId: string
  personId: string
  personName: string
  email: string
  locale: Locale
  number: string
  bytes: Uint8Array
}

interface Kept {
  month: YearMonth
  version: number
  sendMails: boolean
  statements: readonly DrawnStatement[]
}

/** Keeps drawn statements, tells each person, and whoever watches the closing. */
export const keepStatements = mutation<Kept, void>({
  access: 'system',
  async run(tx, ctx, kept) {
    const audit: AuditEntry[] = []
    const jobs: QueuedJob[] = []
    const statements = await notKeptYet(tx, ctx, kept)
    const isTold = kept.sendMails && (await stands(tx, ctx, kept))
    for (const statement of statements) {
      audit.push(await keep(tx, ctx, kept, statement))
      if (isTold && statement.email !== '') {
        jobs.push(await tell(tx, ctx, kept.month, statement))
      }
    }
    const progress = await statementProgress(tx, ctx.cooperativeId, kept.month)
    await announce(tx, ctx.cooperativeId, closingTopic(kept.month), progress)
    const [first, ...rest] = audit
    return { value: undefined, audit: first === undefined ? 'unchanged' : [first, ...rest], jobs }
  },
})

/** The same job may run twice after a crash: the second one waits here, then finds nothing to keep. */
async function notKeptYet(tx: Tx, ctx: Context, kept: Kept): Promise<DrawnStatement[]> {
  const { cooperativeId } = ctx
  await sql`select pg_advisory_xact_lock(hashtextextended('statements:' || ${cooperativeId}, 0))`.execute(
    tx,
  )
  const rows = await tx
    .selectFrom('closingStatement')
    .select('activityId')
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', kept.month)
    .where('version', '=', kept.version)
    .execute()
  const known = new Set(rows.map((row) => row.activityId))
  return kept.statements.filter((statement) => !known.has(statement.activityId))
}

/** A person sees the statement of the closing that stands: a mail about another one would open nothing. */
async function stands(tx: Tx, ctx: Context, { month, version }: Kept): Promise<boolean> {
  const row = await tx
    .selectFrom('standingClosing')
    .select('version')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('month', '=', month)
    .executeTakeFirst()
  return row?.version === version
}

async function keep(
  tx: Tx,
  ctx: Context,
  { month, version }: Kept,
  { activityId, number, bytes }: DrawnStatement,
): Promise<AuditEntry> {
  const fileName = `${number}.pdf`
  const file = await storeFile(tx, ctx, { mediaType: 'application/pdf', fileName, bytes })
  await tx
    .insertInto('closingStatement')
    .values({ cooperativeId: ctx.cooperativeId, month, version, activityId, fileId: file.id })
    .execute()
  return {
    action: 'statement.issued',
    entity: { kind: 'activity', id: activityId },
    after: { month, number, sha256: file.sha256.toString('hex') },
  }
}

async function tell(
  tx: Tx,
  ctx: Context,
  month: YearMonth,
  { email, personName, locale }: DrawnStatement,
): Promise<QueuedJob> {
  const cooperative = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  return queueMail(tx, ctx, {
    template: 'statement-ready',
    params: {
      name: personName,
      month: formatMonth(month, locale),
      link: `${ctx.services.config.publicUrl}/moi/argent/${month}`,
      cooperative: cooperative.name,
    },
    to: { name: personName, address: email, locale },
  })
}
