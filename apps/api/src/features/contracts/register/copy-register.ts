import { canAny } from '@terreau/domain/access/permissions'
import { staffRegister as en } from '@terreau/i18n/en/staff-register'
import { formatDate } from '@terreau/i18n/format'
import { staffRegister as fr } from '@terreau/i18n/fr/staff-register'
import { translator } from '@terreau/i18n/t'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { WordSheetFacts } from '@terreau/pdf/documents/word-sheet/model'
import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { mutation } from '../../../platform/mutation.ts'
import { csvFile } from '../../../platform/tables/write-csv.ts'
import { recordLook } from '../../documents/index.ts'
import { openPermitNumbers } from '../../right-to-work/index.ts'
import { printedCooperative } from '../../settings/index.ts'
import { type RegisterEntry, registerEntries } from './read-register.ts'

/**
 * A copy for whoever may ask for it (C. trav. L1221-15). Numbers of permits are opened for whoever may see
 * permits; each person reads who opened theirs, and why. For others they stay behind dots.
 */
export const copyRegister = mutation<{ format: 'pdf' | 'csv'; reason: string }, FileAnswer>({
  access: 'staff-register.copy',
  async run(tx, ctx, { format, reason }) {
    const lines = await registerEntries(tx, ctx)
    const maySee = ctx.actor.kind === 'person' && canAny(ctx.actor.roles, 'permit.read')
    const held = lines.filter(
      ({ permitId, permitNumber }) => permitId !== null && permitNumber !== '',
    )
    const opened = maySee
      ? await openPermitNumbers(
          tx,
          ctx,
          held.flatMap(({ permitId }) => permitId ?? []),
        )
      : new Map<string, string>()
    if (maySee)
      for (const { personId } of held)
        await recordLook(tx, ctx, { personId, what: 'permit_number', reason })
    const shown = lines.map((line) => ({
      ...line,
      permitNumber: opened.get(line.permitId ?? '') ?? line.permitNumber,
    }))
    const value = format === 'csv' ? csvOf(shown, ctx) : await pdfOf(tx, ctx, shown)
    const entity = { kind: 'cooperative', id: ctx.cooperativeId }
    const after = { format, reason, lines: lines.length, numbers: opened.size }
    return { value, audit: [{ action: 'register.copied', entity, after }] }
  },
})

const wordsOf = (locale: Locale) => translator<typeof fr>(locale === 'en' ? en : fr, locale)
type Words = ReturnType<typeof wordsOf>

function csvOf(lines: readonly RegisterEntry[], ctx: Context): FileAnswer {
  const t = wordsOf(ctx.locale)
  const header = COLUMNS.map((column) => t(`column.${column}`))
  const rows = lines.map((line) => [
    line.n,
    line.familyName,
    line.givenNames,
    line.nationality,
    line.bornOn ?? '',
    line.sex === null ? '' : t(`sex.${line.sex}`),
    line.job,
    line.qualification,
    line.hiredOn,
    line.leftOn ?? '',
    line.authorisationOn ?? '',
    line.permitKind === null ? '' : t(`permit.${line.permitKind}`),
    line.permitNumber,
    line.notes.map((note) => noteText(note, t, ctx.locale)).join(' ; '),
  ])
  return csvFile(`registre-du-personnel-${ctx.today}.csv`, [header, ...rows])
}

const COLUMNS = [
  'n',
  'familyName',
  'givenNames',
  'nationality',
  'bornOn',
  'sex',
  'job',
  'qualification',
  'hiredOn',
  'leftOn',
  'authorisationOn',
  'permitKind',
  'permitNumber',
  'notes',
] as const

async function pdfOf(tx: Tx, ctx: Context, lines: readonly RegisterEntry[]): Promise<FileAnswer> {
  const { locale } = ctx
  const t = wordsOf(locale)
  const { issuer } = await printedCooperative(tx, ctx.cooperativeId)
  const rows = lines.map((line) => [
    String(line.n),
    { text: `${line.familyName} ${line.givenNames}`.trim(), detail: birthOf(line, t, locale) },
    { text: line.job, detail: line.qualification },
    {
      text: t('in', { on: formatDate(line.hiredOn, locale) }),
      detail: line.leftOn === null ? '' : t('out', { on: formatDate(line.leftOn, locale) }),
    },
    {
      text: permitOf(line, t, locale),
      detail: line.notes.map((note) => noteText(note, t, locale)).join(' ; '),
    },
  ])
  const facts: WordSheetFacts = {
    issuer,
    number: t('reference', { on: ctx.today }),
    title: t('title'),
    subtitle: t('asOf', { on: formatDate(ctx.today, locale, 'long') }),
    identity: [{ label: t('lines'), value: String(lines.length) }],
    sections: [
      {
        heading: t('heading'),
        sentences: [t('law'), t('noCape'), ...(lines.length === 0 ? [t('empty')] : [])],
        table:
          lines.length === 0
            ? null
            : {
                content: {
                  headers: [t('column.n'), t('who'), t('work'), t('when'), t('papers')],
                  rows,
                  total: null,
                },
                shape: { widths: [0.06, 0.28, 0.24, 0.18, 0.24], firstFigureColumn: 5 },
              },
      },
    ],
    signatures: null,
  }
  const model = documentModel('word-sheet', facts, locale)
  return {
    mediaType: 'application/pdf',
    fileName: `registre-du-personnel-${ctx.today}.pdf`,
    bytes: await ctx.services.pdf.render('word-sheet', model, ctx.now),
    isInline: true,
  }
}

function birthOf(line: RegisterEntry, t: Words, locale: Locale): string {
  const born = line.bornOn === null ? '' : t('born', { on: formatDate(line.bornOn, locale) })
  const sex = line.sex === null ? '' : t(`sex.${line.sex}`)
  return [born, sex, line.nationality].filter((part) => part !== '').join(', ')
}

function permitOf(line: RegisterEntry, t: Words, locale: Locale): string {
  const permit =
    line.permitKind === null ? '' : `${t(`permit.${line.permitKind}`)} ${line.permitNumber}`.trim()
  const authorised =
    line.authorisationOn === null
      ? ''
      : t('authorised', { on: formatDate(line.authorisationOn, locale) })
  return [permit, authorised].filter((part) => part !== '').join(', ')
}

function noteText(note: RegisterEntry['notes'][number], t: Words, locale: Locale): string {
  const { mention, words, happenedOn } = note
  return t('note', { on: formatDate(happenedOn, locale), what: t(`mention.${mention}`), words })
}
