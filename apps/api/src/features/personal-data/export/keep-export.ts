import { fullName } from '@terreau/domain/names/full-name'
import { PERSONAL_EXPORT_DAYS } from '@terreau/domain/retention/export-days'
import { addDays } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { personalCopyReadme } from '@terreau/i18n/personal-copy'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { QueuedJob } from '../../../platform/jobs/queue.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { settingOn } from '../../settings/index.ts'
import { COPY_FORMAT, collect } from './collect.ts'
import { type CopiedFile, filesOf } from './files.ts'
import { LEFT_OUT } from './tables.ts'

interface Begun {
  texts: { path: string; text: string }[]
  files: CopiedFile[]
}

/** Reads everything at once, so that the copy is of one moment; null when the copy is there already. */
export const beginExport = mutation<{ exportId: string }, Begun | null>({
  access: 'system',
  async run(tx, ctx, { exportId }) {
    const row = await waitingExport(tx, ctx, exportId)
    if (row === undefined) return { value: null, audit: 'unchanged' }
    const person = await personOf(tx, ctx, row.personId)
    await tx
      .deleteFrom('personalExportPart')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('exportId', '=', exportId)
      .execute()
    const isForPerson = row.askedFor === 'person'
    const subjects = await collect(tx, ctx, { personId: row.personId, isForPerson })
    const files = await filesOf(tx, ctx, row.personId)
    await setProgress(tx, ctx, { id: exportId, filesDone: 0, filesTotal: files.length })
    const copy = {
      format: COPY_FORMAT,
      cooperative: person.cooperative,
      person: { id: row.personId, name: person.name },
      made_at: ctx.now.toISOString(),
      subjects,
      files: files.map(({ path, sha256 }) => ({ path, sha256 })),
      left_out: LEFT_OUT,
    }
    const readme = personalCopyReadme(person.locale, { ...person, count: String(files.length) })
    const texts = [
      { path: readme.fileName, text: readme.text },
      { path: 'data.json', text: JSON.stringify(copy, null, 2) },
    ]
    return { value: { texts, files }, audit: 'unchanged' }
  },
})

/** Keeps one piece of the archive, and how many files are in it. */
export const keepPart = mutation<
  { exportId: string; n: number; bytes: Buffer; filesDone: number },
  void
>({
  access: 'system',
  async run(tx, ctx, { exportId, n, bytes, filesDone }) {
    const row = await waitingExport(tx, ctx, exportId)
    if (row === undefined) throw new Error('the copy was finished by another run')
    const { cooperativeId } = ctx
    await tx
      .insertInto('personalExportPart')
      .values({ cooperativeId, exportId, n, bytes })
      .execute()
    const filesTotal = row.filesTotal ?? filesDone
    await setProgress(tx, ctx, { id: exportId, filesDone, filesTotal })
    return { value: undefined, audit: 'unchanged' }
  },
})

/** The copy is ready: dated, with its end, and the person gets a mail with a link that needs to sign in. */
export const finishExport = mutation<{ exportId: string; byteCount: number; sha256: Buffer }, void>(
  {
    access: 'system',
    async run(tx, ctx, { exportId, byteCount, sha256 }) {
      const row = await waitingExport(tx, ctx, exportId)
      if (row === undefined) return { value: undefined, audit: 'unchanged' }
      const days =
        (await settingOn(tx, ctx.cooperativeId, 'personal_export_days', ctx.today)) ??
        PERSONAL_EXPORT_DAYS
      const expiresOn = addDays(ctx.today, Number(days))
      const filesTotal = row.filesTotal ?? 0
      await tx
        .updateTable('personalExport')
        .set({ state: 'ready', readyAt: ctx.now, expiresOn, byteCount: BigInt(byteCount), sha256 })
        .set({ filesDone: filesTotal })
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', exportId)
        .execute()
      const entity = { kind: 'person', id: row.personId }
      const after = { exportId, byteCount, expiresOn, sha256: sha256.toString('hex') }
      return {
        value: undefined,
        audit: [{ action: 'personal-export.ready', entity, after }],
        jobs: await tell(tx, ctx, row, expiresOn),
      }
    },
  },
)

async function waitingExport(tx: Tx, ctx: Context, exportId: string) {
  return tx
    .selectFrom('personalExport')
    .select(['personId', 'askedFor', 'askedBy', 'filesTotal'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', exportId)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
}

async function setProgress(
  tx: Tx,
  ctx: Context,
  to: { id: string; filesDone: number; filesTotal: number },
): Promise<void> {
  const { id, filesDone, filesTotal } = to
  await tx
    .updateTable('personalExport')
    .set({ filesDone, filesTotal })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', id)
    .execute()
}

async function personOf(tx: Tx, ctx: Context, personId: string) {
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select(['p.givenName', 'p.familyName', 'p.email', 'p.locale', 'c.name as cooperative'])
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
  const { givenName, familyName, locale, ...rest } = row
  const language = locale === 'en' ? ('en' as const) : ('fr' as const)
  return { ...rest, name: fullName({ givenName, familyName }), locale: language }
}

/** The person's own copy is told to the person, that of the office to who asked for it. */
async function tell(
  tx: Tx,
  ctx: Context,
  row: { personId: string; askedFor: string; askedBy: string },
  expiresOn: string,
): Promise<QueuedJob[]> {
  const person = await personOf(tx, ctx, row.personId)
  const { publicUrl } = ctx.services.config
  if (row.askedFor === 'person') {
    if (person.email === '') return []
    const link = `${publicUrl}/moi/donnees`
    return [await mailTo(tx, ctx, { ...person, address: person.email, link, expiresOn })]
  }
  const user = await tx
    .selectFrom('appUser')
    .select(['displayName as name', 'email as address', 'locale'])
    .where('id', '=', row.askedBy)
    .executeTakeFirst()
  if (user === undefined) return []
  const locale = user.locale === 'en' ? ('en' as const) : ('fr' as const)
  const link = `${publicUrl}/gestion/personnes/${row.personId}/donnees`
  const { cooperative } = person
  return [await mailTo(tx, ctx, { ...user, locale, cooperative, link, expiresOn })]
}

async function mailTo(
  tx: Tx,
  ctx: Context,
  to: {
    name: string
    address: string
    locale: 'fr' | 'en'
    cooperative: string
    link: string
    expiresOn: string
  },
): Promise<QueuedJob> {
  const { name, address, locale, cooperative, link, expiresOn } = to
  const until = formatDate(expiresOn, locale, 'long')
  return queueMail(tx, ctx, {
    template: 'personal-copy-ready',
    params: { name, link, until, cooperative },
    to: { name, address, locale },
  })
}
