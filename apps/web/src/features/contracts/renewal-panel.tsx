import { DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Choices } from './queries.ts'
import { useContractTexts } from './use-contract-texts.ts'

type Previous = NonNullable<Choices['activities'][number]['previous']>

interface RenewalPanelProps {
  previous: Previous
  startsOn: string
  endsOn: string
}

/** The old contract beside the new one, and which renewal it is. */
export function RenewalPanel({ previous, startsOn, endsOn }: RenewalPanelProps) {
  const t = useT()
  const texts = useContractTexts()
  const rank = (sequence: number) => texts.rank({ kind: 'CAPE', sequence })
  const rows = [
    {
      what: t('contracts.renewal.dates'),
      before: texts.period(previous),
      after: startsOn !== '' && endsOn !== '' ? texts.period({ startsOn, endsOn }) : '',
    },
    {
      what: t('contracts.renewal.rank'),
      before: rank(previous.sequence),
      after: rank(previous.sequence + 1),
    },
  ]
  return (
    <section className="panel" aria-labelledby="renewal">
      <h2 id="renewal">{t('contracts.renewal.title')}</h2>
      <DataTable
        caption={t('contracts.renewal.caption')}
        rows={rows}
        rowKey={(row) => row.what}
        columns={[
          { key: 'what', header: t('contracts.renewal.what'), cell: (row) => row.what },
          {
            key: 'before',
            header: t('contracts.renewal.before', { number: previous.number }),
            cell: (row) => row.before,
          },
          {
            key: 'after',
            header: t('contracts.renewal.after'),
            cell: (row) => <strong>{row.after}</strong>,
          },
        ]}
      />
    </section>
  )
}
