import { useLocale } from '../../lib/locale.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { TermLines } from './contract-terms.tsx'
import { type ContractValues, termsOf } from './contract-values.ts'
import type { Choices } from './queries.ts'
import { useContractTexts } from './use-contract-texts.ts'
import { type TermText, useTermTexts } from './use-term-texts.ts'

type Activity = Choices['activities'][number]

interface RenewalPanelProps {
  choices: Choices
  activity: Activity
  previous: NonNullable<Activity['previous']>
  values: ContractValues
}

interface Row {
  key: string
  label: string
  /** Null: the old contract was written elsewhere, so nothing is known of this term. */
  before: Pick<TermText, 'lines' | 'isList'> | null
  after: Pick<TermText, 'lines' | 'isList'>
}

/** The old contract beside the new one as it is being written, term by term, and what changes in words. */
export function RenewalPanel(props: RenewalPanelProps) {
  const t = useT()
  const rows = useRows(props)
  const changed = rows.filter(isChanged).length
  return (
    <section className="panel" aria-labelledby="renewal">
      <h2 id="renewal">{t('contracts.renewal.title')}</h2>
      <p>{t('contracts.renewal.count', { count: changed })}</p>
      <DataTable
        caption={t('contracts.renewal.caption')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'what', header: t('contracts.renewal.what'), cell: (row) => row.label },
          {
            key: 'before',
            header: t('contracts.renewal.before', { number: props.previous.number }),
            cell: ({ before }) =>
              before === null ? t('contracts.renewal.unknown') : <Cell text={before} />,
          },
          {
            key: 'after',
            header: t('contracts.renewal.after'),
            cell: (row) =>
              isChanged(row) ? (
                <strong>
                  <Cell text={row.after} />
                </strong>
              ) : (
                <Cell text={row.after} />
              ),
          },
          {
            key: 'change',
            header: t('contracts.renewal.change'),
            cell: (row) => <Change row={row} />,
          },
        ]}
      />
    </section>
  )
}

function Change({ row }: { row: Row }) {
  const t = useT()
  if (row.before === null) return t('contracts.renewal.compare')
  if (!isChanged(row)) return t('contracts.renewal.same')
  return <StatusBadge look="attention">{t('contracts.renewal.changed')}</StatusBadge>
}

function Cell({ text }: { text: Pick<TermText, 'lines' | 'isList'> }) {
  const t = useT()
  if (text.lines.length === 0) return t('contracts.renewal.nothing')
  return <TermLines text={text} />
}

function isChanged({ before, after }: Row): boolean {
  return before !== null && before.lines.join('\n') !== after.lines.join('\n')
}

function useRows({ choices, activity, previous, values }: RenewalPanelProps): Row[] {
  const t = useT()
  const locale = useLocale()
  const texts = useContractTexts()
  const termTexts = useTermTexts()
  const { startsOn, endsOn } = values
  const one = (text: string) => ({ lines: text === '' ? [] : [text], isList: false })
  const rank = (sequence: number) => one(texts.rank({ kind: 'CAPE', sequence }))
  const scheme = (id: string) => {
    const found = choices.schemes.find((each) => each.id === id)
    return one(found ? `${found.code} : ${texts.scheme(found)}` : '')
  }
  const row = (
    key: 'dates' | 'rank' | 'activity' | 'referent' | 'scheme',
    rest: Omit<Row, 'key' | 'label'>,
  ) => ({
    key,
    label: t(`contracts.renewal.${key}`),
    ...rest,
  })
  const head: Row[] = [
    row('dates', {
      before: one(texts.period(previous)),
      after: one(startsOn !== '' && endsOn !== '' ? texts.period({ startsOn, endsOn }) : ''),
    }),
    row('rank', { before: rank(previous.sequence), after: rank(previous.sequence + 1) }),
    row('activity', { before: one(activity.name), after: one(activity.name) }),
    row('referent', {
      before: one(previous.referent ?? ''),
      after: one(choices.person.referent ?? ''),
    }),
    row('scheme', { before: scheme(previous.schemeId), after: scheme(values.schemeId) }),
  ]
  const before = previous.terms === null ? null : termTexts(previous.terms)
  const terms: Row[] = termTexts(termsOf(values, locale)).map((after, index) => ({
    key: after.key,
    label: after.label,
    before: amended(before?.[index] ?? null, previous.amendedMeans),
    after,
  }))
  const isWritten = (each: Row) =>
    each.before === null || each.before.lines.length + each.after.lines.length > 0
  return [...head, ...terms].filter(isWritten)
}

/** The means as an amendment rewrote them; every other term of a CAPE stays as it was signed. */
function amended(before: TermText | null, means: string | null): TermText | null {
  if (before?.key !== 'means' || means === null) return before
  return { ...before, lines: means.split('\n') }
}
