import { fullName } from '@terreau/domain/names/full-name'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import { isTutoringSubject, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { tutoringSheets as en } from '@terreau/i18n/en/tutoring-sheets'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { tutoringSheets as fr } from '@terreau/i18n/fr/tutoring-sheets'
import { translator } from '@terreau/i18n/t'
import { subjectWord } from '@terreau/i18n/tutoring-subjects'
import { documentModel } from '@terreau/pdf/document-kinds'
import type { WordSheetFacts, WordSheetSection } from '@terreau/pdf/documents/word-sheet/model'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { AfterTransaction, type FileAnswer } from '../../../platform/http/mount.ts'
import { ownPersonId, ownPersonIds } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { initialsOf } from '../../attestations/index.ts'
import { printedCooperative } from '../../settings/index.ts'
import type { Mode } from '../queries.ts'

interface SessionRow {
  heldOn: string
  minutes: number
  mode: Mode
  place: string
  subjects: string[]
  hostName: string
  confirmedBy: string[]
  tuteeIds: string[]
  approvedAt: Date
}

type Words = ReturnType<typeof sheetTranslator>

/** The words of printed sheets about tutoring. */
export function sheetTranslator(locale: Locale) {
  return translator<typeof fr>(locale === 'en' ? en : fr, locale)
}

/**
 * A year of approved volunteering of whoever is signed in, told for a jury (VAE) and for the Passeport
 * Bénévole: mission, skills, and each session with who confirmed it. The people helped are initials: the
 * sheet is made to be shown.
 */
export async function evidenceSheet(
  tx: Tx,
  ctx: Context,
  { year }: { year: number },
): Promise<AfterTransaction<FileAnswer>> {
  const sessions = await approvedSessions(tx, ctx, year)
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (first === undefined || last === undefined)
    throw new ProblemError('attestation-nothing-to-attest')
  const { issuer, place } = await printedCooperative(tx, ctx.cooperativeId)
  const person = await tx
    .selectFrom('person')
    .select(['givenName', 'familyName', 'bornOn'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', ownPersonId(ctx))
    .executeTakeFirstOrThrow()
  const { locale } = ctx
  const t = sheetTranslator(locale)
  const name = fullName(person)
  const facts: WordSheetFacts = {
    issuer,
    number: t('evidence.reference', { year }),
    title: t('evidence.title'),
    subtitle: t('evidence.subtitle', { year }),
    identity: identityOf({ name, bornOn: person.bornOn, sessions, locale }),
    sections: [
      missionSection(t, sessions),
      skillSection(t, sessions, locale),
      logSection(t, sessions, ctx),
      {
        heading: t('evidence.use'),
        sentences: [t('evidence.useVae'), t('evidence.usePassport'), t('evidence.notProof')],
        table: null,
      },
    ],
    signatures: {
      heading: t('evidence.signatures'),
      doneAt: t('evidence.doneAt', { place }),
      places: [
        { heading: t('evidence.volunteer'), lines: [name], spaceLabel: t('evidence.sign') },
        { heading: t('evidence.responsible'), lines: [], spaceLabel: t('evidence.sign') },
      ],
    },
  }
  const model = documentModel('word-sheet', facts, locale)
  return new AfterTransaction(async () => ({
    mediaType: 'application/pdf',
    fileName: `tutorat-${year}.pdf`,
    bytes: await ctx.services.pdf.render('word-sheet', model, ctx.now),
    isInline: true,
  }))
}

async function approvedSessions(tx: Tx, ctx: Context, year: number): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.held_on, s.minutes, s.mode, s.place, s.subjects, coalesce(h.name, '') as host_name, a.approved_at,
      c.names as confirmed_by, c.ids as tutee_ids
    from terreau.tutoring_session s
    join terreau.tutoring_approval a on a.cooperative_id = s.cooperative_id and a.session_id = s.id
     and a.session_version = s.version
    left join terreau.host_structure h on h.cooperative_id = s.cooperative_id and h.id = s.host_id
    cross join lateral (
      select array_agg(terreau.full_name(k.given_name, k.family_name) order by k.given_name, k.id) as names, array_agg(k.id) as ids
        from terreau.person t
        join terreau.person k on k.cooperative_id = t.cooperative_id and k.id = coalesce(t.merged_into_id, t.id)
       where t.cooperative_id = s.cooperative_id and t.id = any(a.confirmed_tutees)) c
   where s.cooperative_id = ${ctx.cooperativeId} and s.tutor_person_id = any(${ownPersonIds(ctx)}::uuid[])
     and s.state = 'approved' and s.kind = 'volunteer' and s.cancelled_at is null
     and s.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
   order by s.held_on, s.start_minute nulls last, s.id`.execute(tx)
  return rows
}

function identityOf(of: {
  name: string
  bornOn: string | null
  sessions: readonly SessionRow[]
  locale: Locale
}) {
  const t = sheetTranslator(of.locale)
  const days = of.sessions.map((session) => localDate(session.heldOn))
  const long = (day: LocalDate | undefined) => (day ? formatDate(day, of.locale, 'long') : '')
  const hosts = [...new Set(of.sessions.map((session) => session.hostName))].filter(Boolean)
  const people = new Set(of.sessions.flatMap((session) => session.tuteeIds))
  return [
    { label: t('evidence.person'), value: of.name },
    { label: t('evidence.bornOn'), value: of.bornOn === null ? '' : long(localDate(of.bornOn)) },
    { label: t('evidence.hosts'), value: hosts.join(', ') },
    {
      label: t('evidence.dates'),
      value: t('evidence.period', { from: long(days[0]), to: long(days.at(-1)) }),
    },
    { label: t('evidence.total'), value: formatMinutes(sumOf(of.sessions), of.locale) },
    { label: t('evidence.people'), value: String(people.size) },
  ].filter((pair) => pair.value !== '')
}

function missionSection(t: Words, sessions: readonly SessionRow[]): WordSheetSection {
  const places = [...new Set(sessions.map((session) => session.place))].filter(Boolean)
  return {
    heading: t('evidence.mission'),
    sentences: [
      t('evidence.context'),
      t('evidence.aim'),
      t('evidence.tasks'),
      places.length === 0
        ? t('evidence.noPlace')
        : t('evidence.places', { places: places.join(', ') }),
    ],
    table: null,
  }
}

/** A session about several subjects stands under each of them, and the table says so. */
function skillSection(t: Words, sessions: readonly SessionRow[], locale: Locale): WordSheetSection {
  const used = [...new Set(sessions.flatMap((session) => session.subjects))].filter(
    isTutoringSubject,
  )
  const lineOf = (skill: string, subject: string, of: readonly SessionRow[]) => [
    skill,
    subject,
    String(of.length),
    formatMinutes(sumOf(of), locale),
  ]
  const rows = used.map((subject: TutoringSubject) =>
    lineOf(
      t(`evidence.skillOf.${subject}`),
      subjectWord(locale, subject),
      sessions.filter((session) => session.subjects.includes(subject)),
    ),
  )
  const without = sessions.filter((session) => session.subjects.length === 0)
  if (without.length > 0) rows.push(lineOf(t('evidence.noSkill'), t('evidence.noSubject'), without))
  const headers = [t('evidence.skill'), t('evidence.subject'), t('evidence.sessions'), t('time')]
  return {
    heading: t('evidence.skills'),
    sentences: sessions.some((session) => session.subjects.length > 1)
      ? [t('evidence.mayCount')]
      : [],
    table: {
      content: { headers, rows, total: null },
      shape: { widths: [6, 4, 2, 2], firstFigureColumn: 2 },
    },
  }
}

function logSection(
  t: Words,
  sessions: readonly SessionRow[],
  { locale, zone }: Pick<Context, 'locale' | 'zone'>,
): WordSheetSection {
  const short = (day: LocalDate) => formatDate(day, locale, 'short')
  const rows = sessions.map((session) => [
    short(localDate(session.heldOn)),
    [
      ...session.subjects.filter(isTutoringSubject).map((one) => subjectWord(locale, one)),
      t(`mode.${session.mode}`),
    ].join(', '),
    session.confirmedBy.map(initialsOf).join(', '),
    short(dayInZone(session.approvedAt, zone)),
    formatMinutes(session.minutes, locale),
  ])
  return {
    heading: t('evidence.log'),
    sentences: [t('evidence.initials')],
    table: {
      content: {
        headers: [
          t('day'),
          t('evidence.what'),
          t('evidence.confirmedBy'),
          t('evidence.approvedOn'),
          t('time'),
        ],
        rows,
        total: [t('total'), '', '', '', formatMinutes(sumOf(sessions), locale)],
      },
      shape: { widths: [3, 6, 3, 3, 2], firstFigureColumn: 4 },
    },
  }
}

function sumOf(sessions: readonly SessionRow[]): number {
  return sessions.reduce((total, session) => total + session.minutes, 0)
}
