import { useQuery } from '@tanstack/react-query'
import { SITUATIONS, SURVEY_ANSWERS } from '@terreau/domain/contracts/exit-survey'
import { useState } from 'react'
import { todayInZone } from '../../../lib/today.ts'
import { DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { SelectField } from '../../../ui/staff/fields.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { type RoundFigures, surveyFiguresQuery } from './queries.ts'

const YEARS_BACK = 4

/** What became of those who left in a year, at the exit and six months later, side by side. */
export function SurveyFigures() {
  const t = useT()
  const thisYear = Number.parseInt(todayInZone(), 10)
  const [year, setYear] = useState(thisYear)
  const { data, error, refetch } = useQuery(surveyFiguresQuery(year))
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, n) => String(thisYear - n))
  return (
    <section className="panel" aria-labelledby="survey-figures">
      <h2 id="survey-figures">{t('exitSurveys.figures.title')}</h2>
      <SelectField
        name="year"
        label={t('exitSurveys.figures.year')}
        value={String(year)}
        onChange={(text) => setYear(Number.parseInt(text, 10))}
        options={years.map((value) => ({ value, label: value }))}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data && <Figures rounds={data} />}
    </section>
  )
}

interface Row {
  key: string
  label: string
  counts: (number | null)[]
}

function Figures({ rounds }: { rounds: readonly RoundFigures[] }) {
  const t = useT()
  const rows: Row[] = [
    {
      key: 'asked',
      label: t('exitSurveys.figures.asked'),
      counts: rounds.map(({ asked }) => asked),
    },
    ...SITUATIONS.map((value) => ({
      key: `situation-${value}`,
      label: t(`exitSurvey.situation.${value}`),
      counts: rounds.map(({ situation }) => situation.cells[value] ?? null),
    })),
    ...(['living', 'helped'] as const).flatMap((question) =>
      SURVEY_ANSWERS.map((value) => ({
        key: `${question}-${value}`,
        label: `${t(`exitSurvey.${question}.question`)} ${t(`exitSurvey.${question}.${value}`)}`,
        counts: rounds.map((round) => round[question].cells[value] ?? null),
      })),
    ),
  ]
  // A table of dashes alone would only be long.
  if (rows.every(({ counts }) => counts.every((count) => count === null)))
    return <p className="dimmed">{t('exitSurveys.figures.tooFew')}</p>
  return (
    <>
      <p className="dimmed">{t('exitSurveys.figures.hint')}</p>
      <DataTable
        caption={t('exitSurveys.figures.caption')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'answer',
            header: t('exitSurveys.figures.answer'),
            isRowHeader: true,
            cell: (row) => row.label,
          },
          ...rounds.map(({ round }, at) => ({
            key: round,
            header: t(`exitSurveys.round.${round}`),
            cell: (row: Row) => <Count count={row.counts[at] ?? null} />,
          })),
        ]}
      />
    </>
  )
}

function Count({ count }: { count: number | null }) {
  const t = useT()
  if (count !== null) return count
  return (
    <>
      <span aria-hidden>{t('exitSurveys.figures.hidden')}</span>
      <span className="visually-hidden">{t('exitSurveys.figures.hiddenLong')}</span>
    </>
  )
}
