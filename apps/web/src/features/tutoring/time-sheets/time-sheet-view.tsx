import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { localDate } from '@terreau/domain/time/local-date'
import { addMonths, monthOf } from '@terreau/domain/time/year-month'
import { formatDate, formatMinutes, formatMonth } from '@terreau/i18n/format'
import { subjectWord } from '@terreau/i18n/tutoring-subjects'
import { Link, useSearchParams } from 'wouter'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { todayInZone } from '../../../lib/today.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { SelectField } from '../../../ui/staff/fields.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { tutoringQueries } from '../queries.ts'
import { operationsQuery, type Sheet, type SheetAsked, sheetQuery } from './queries.ts'
import { SheetSigning } from './sheet-signing.tsx'

type Line = Sheet['lines'][number]

const MONTHS = 18

/** The time-sheet of a tutor for a month and an operation; what is chosen stays in the address. */
export function TimeSheetView() {
  const t = useT()
  const locale = useLocale()
  const [search, setSearch] = useSearchParams()
  const tutors = useQuery(tutoringQueries.candidates())
  const list = useQuery(operationsQuery())
  const thisMonth = monthOf(localDate(todayInZone()))
  const months = Array.from({ length: MONTHS }, (_, n) => addMonths(thisMonth, -n))
  const operations = list.data ?? []
  const typed = {
    operation: search.get('operation') ?? '',
    operationName: search.get('nom') ?? '',
  }
  // Addresses kept from before there was a list name the operation; one of the list with that number is meant.
  const chosen =
    search.get('financee') ?? operations.find((one) => one.reference === typed.operation)?.id ?? ''
  const asked: SheetAsked = {
    personId: search.get('tuteur') ?? '',
    query: {
      month: search.get('mois') ?? addMonths(thisMonth, -1),
      ...(chosen === '' ? typed : { operation: '', operationName: '', operationId: chosen }),
    },
  }
  const set = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search)
    for (const [key, value] of Object.entries(changes)) {
      if (value === '') next.delete(key)
      else next.set(key, value)
    }
    setSearch(next, { replace: true })
  }
  const people = tutors.data?.tutors ?? []
  const isTyped = typed.operation !== '' || typed.operationName !== ''
  const error = tutors.error ?? list.error
  const isReady = asked.personId !== '' && list.data !== undefined
  return (
    <>
      <PageHeader
        title={t('tutoringTimeSheet.title')}
        back={{ href: '/gestion/tutorat', label: t('tutoring.title') }}
        actions={<Link href="/gestion/tutorat/operations">{t('tutoringTimeSheet.list.link')}</Link>}
      />
      <p>{t('tutoringTimeSheet.hint')}</p>
      {error && (
        <ErrorBlock
          error={error}
          onRetry={() => void Promise.all([tutors.refetch(), list.refetch()])}
        />
      )}
      <div className="filter-row">
        <SelectField
          name="tuteur"
          label={t('tutoringTimeSheet.tutor')}
          value={asked.personId}
          onChange={(tuteur) => set({ tuteur })}
          options={[
            { value: '', label: t('tutoringTimeSheet.choose') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          name="mois"
          label={t('tutoringTimeSheet.month')}
          value={asked.query.month}
          onChange={(mois) => set({ mois })}
          options={months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
        />
        <SelectField
          name="financee"
          label={t('tutoringTimeSheet.operation')}
          value={chosen}
          onChange={(financee) => set({ financee, operation: '', nom: '' })}
          options={[
            {
              value: '',
              label: isTyped
                ? t('tutoringTimeSheet.typed', {
                    reference: typed.operation,
                    name: typed.operationName,
                  })
                : t('tutoringTimeSheet.chooseOperation'),
            },
            ...operations
              .filter(({ id, isClosed }) => !isClosed || id === chosen)
              .map(({ id, name, isClosed }) => ({
                value: id,
                label: isClosed ? t('tutoringTimeSheet.closedOption', { name }) : name,
              })),
          ]}
        />
      </div>
      {isReady && <SheetOf asked={asked} />}
    </>
  )
}

function SheetOf({ asked }: { asked: SheetAsked }) {
  const t = useT()
  const { personId, query } = asked
  const { data, error, refetch } = useQuery(sheetQuery(asked))
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  const of = { params: { personId }, query }
  return (
    <>
      <Named sheet={data} />
      <Lacks sheet={data} />
      {data.lines.length === 0 ? (
        <p>{t('tutoringTimeSheet.empty')}</p>
      ) : (
        <>
          <Lines sheet={data} />
          <div className="form-actions">
            <Button
              component="a"
              variant="default"
              href={apiUrl('GET /tutoring/time-sheets/:personId/document', of)}
            >
              {t('tutoringTimeSheet.pdf')}
            </Button>
            <Button
              component="a"
              variant="default"
              href={apiUrl('GET /tutoring/time-sheets/:personId/workbook', of)}
            >
              {t('tutoringTimeSheet.xlsx')}
            </Button>
            <Button
              component="a"
              variant="default"
              href={apiUrl('GET /tutoring/time-sheets/:personId/table', of)}
            >
              {t('tutoringTimeSheet.csv')}
            </Button>
          </div>
          <SheetSigning sheet={data} personId={personId} operationId={query.operationId} />
        </>
      )}
    </>
  )
}

/** The operation as it is printed, and the code that a signed paper of this sheet bears. */
function Named({ sheet }: { sheet: Sheet }) {
  const t = useT()
  const locale = useLocale()
  const { operationDates: dates } = sheet
  const pairs = [
    [t('tutoringTimeSheet.operation'), sheet.operationName],
    [t('tutoringTimeSheet.reference'), sheet.operation],
    [t('tutoringTimeSheet.funder'), sheet.funder],
    [
      t('tutoringTimeSheet.dates'),
      dates === null
        ? ''
        : t('tutoringTimeSheet.period', {
            from: formatDate(dates.startsOn, locale, 'long'),
            to: formatDate(dates.endsOn, locale, 'long'),
          }),
    ],
    [t('tutoringTimeSheet.code'), sheet.code],
  ].filter(([, value]) => value !== '')
  return (
    <dl className="facts">
      {pairs.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lacks({ sheet }: { sheet: Sheet }) {
  const t = useT()
  const locale = useLocale()
  const { lacks, lines, operationDates: dates } = sheet
  const outside = lines.filter(
    ({ day }) => dates !== null && (day < dates.startsOn || day > dates.endsOn),
  )
  const days = [...new Set(outside.map(({ day }) => formatDate(day, locale, 'short')))].join(', ')
  return (
    <section>
      <h2>{t('tutoringTimeSheet.lacks')}</h2>
      {lacks.length === 0 ? (
        <p>{t('tutoringTimeSheet.nothingLacks')}</p>
      ) : (
        <ul>
          {lacks.map(({ code, count }) => (
            <li key={code}>{t(`tutoringTimeSheet.lack.${code}`, { count, days })}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Lines({ sheet }: { sheet: Sheet }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Line & { at: number }>[] = [
    {
      key: 'day',
      header: t('tutoringTimeSheet.day'),
      cell: (line) => formatDate(line.day, locale, 'long'),
    },
    {
      key: 'half',
      header: t('tutoringTimeSheet.halfDay'),
      cell: (line) => t(`tutoringTimeSheet.half.${line.halfDay ?? 'unknown'}`),
    },
    { key: 'starts', header: t('tutoringTimeSheet.startsAt'), cell: (line) => line.startsAt ?? '' },
    {
      key: 'activity',
      header: t('tutoringTimeSheet.activity'),
      cell: (line) => line.subjects.map((subject) => subjectWord(locale, subject)).join(', '),
    },
    {
      key: 'time',
      header: t('tutoringTimeSheet.time'),
      cell: (line) => formatMinutes(line.minutes, locale),
      isNumeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('tutoringTimeSheet.caption')}
      columns={columns}
      rows={sheet.lines.map((line, at) => ({ ...line, at }))}
      rowKey={(line) => String(line.at)}
      footer={
        <tr>
          <th scope="row" colSpan={4}>
            {t('staffFrame.total')}
          </th>
          <td className="numeric">{formatMinutes(sheet.totalMinutes, locale)}</td>
        </tr>
      }
    />
  )
}
