import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { localDate } from '@terreau/domain/time/local-date'
import { addMonths, monthOf } from '@terreau/domain/time/year-month'
import { formatDate, formatMinutes, formatMonth } from '@terreau/i18n/format'
import { subjectWord } from '@terreau/i18n/tutoring-subjects'
import { useSearchParams } from 'wouter'
import { type Api, apiUrl, call } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { todayInParis } from '../../../lib/today.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useDebounced } from '../../../ui/staff/use-debounced.ts'
import { useT } from '../../../ui/staff/words.ts'
import { tutoringQueries } from '../queries.ts'

type Sheet = Api['GET /tutoring/time-sheets/:personId']['response']
type Line = Sheet['lines'][number]

const MONTHS = 18
const SETTLED_MS = 400

/** The time-sheet of a tutor for a month and an operation; what is chosen stays in the address. */
export function TimeSheetView() {
  const t = useT()
  const locale = useLocale()
  const [search, setSearch] = useSearchParams()
  const tutors = useQuery(tutoringQueries.candidates())
  const thisMonth = monthOf(localDate(todayInParis()))
  const months = Array.from({ length: MONTHS }, (_, n) => addMonths(thisMonth, -n))
  const asked = {
    personId: search.get('tuteur') ?? '',
    month: search.get('mois') ?? addMonths(thisMonth, -1),
    operation: search.get('operation') ?? '',
    operationName: search.get('nom') ?? '',
  }
  const set = (key: string) => (value: string) => {
    const next = new URLSearchParams(search)
    next.set(key, value)
    setSearch(next, { replace: true })
  }
  const people = tutors.data?.tutors ?? []
  return (
    <>
      <PageHeader
        title={t('tutoringTimeSheet.title')}
        back={{ href: '/gestion/tutorat', label: t('tutoring.title') }}
      />
      <p>{t('tutoringTimeSheet.hint')}</p>
      {tutors.error && <ErrorBlock error={tutors.error} onRetry={() => void tutors.refetch()} />}
      <div className="filter-row">
        <SelectField
          name="tuteur"
          label={t('tutoringTimeSheet.tutor')}
          value={asked.personId}
          onChange={set('tuteur')}
          options={[
            { value: '', label: t('tutoringTimeSheet.choose') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          name="mois"
          label={t('tutoringTimeSheet.month')}
          value={asked.month}
          onChange={set('mois')}
          options={months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
        />
        <TextField
          name="operation"
          label={t('tutoringTimeSheet.operation')}
          maxLength={200}
          value={asked.operation}
          onChange={set('operation')}
        />
        <TextField
          name="nom"
          label={t('tutoringTimeSheet.operationName')}
          maxLength={200}
          value={asked.operationName}
          onChange={set('nom')}
        />
      </div>
      {asked.personId !== '' && <SheetOf asked={asked} />}
    </>
  )
}

interface Asked {
  personId: string
  month: string
  operation: string
  operationName: string
}

function SheetOf({ asked }: { asked: Asked }) {
  const t = useT()
  const { personId, month } = asked
  const operation = useDebounced(asked.operation, SETTLED_MS)
  const operationName = useDebounced(asked.operationName, SETTLED_MS)
  const query = { month, operation, operationName }
  const of = { params: { personId }, query }
  const { data, error, refetch } = useQuery({
    queryKey: [...tutoringQueries.all, 'time-sheet', personId, query],
    queryFn: () => call('GET /tutoring/time-sheets/:personId', of),
    placeholderData: (before) => before,
  })
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  return (
    <>
      <Lacks lacks={data.lacks} />
      {data.lines.length === 0 ? (
        <p>{t('tutoringTimeSheet.empty')}</p>
      ) : (
        <>
          <Lines sheet={data} />
          <p>{t('tutoringTimeSheet.signatures')}</p>
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
        </>
      )}
    </>
  )
}

function Lacks({ lacks }: { lacks: Sheet['lacks'] }) {
  const t = useT()
  return (
    <section>
      <h2>{t('tutoringTimeSheet.lacks')}</h2>
      {lacks.length === 0 ? (
        <p>{t('tutoringTimeSheet.nothingLacks')}</p>
      ) : (
        <ul>
          {lacks.map(({ code, count }) => (
            <li key={code}>{t(`tutoringTimeSheet.lack.${code}`, { count })}</li>
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
            {t('common.total')}
          </th>
          <td className="numeric">{formatMinutes(sheet.totalMinutes, locale)}</td>
        </tr>
      }
    />
  )
}
