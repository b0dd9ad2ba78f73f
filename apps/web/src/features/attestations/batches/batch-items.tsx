import { Link } from 'wouter'
import { useCan } from '../../../lib/session.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { HandOver } from '../hand-over.tsx'
import { NAME_OF_KIND } from '../use-issue-choice.ts'
import { useGapText } from './gap-text.ts'
import type { Batch, BatchItem } from './queries.ts'

/** What became of each person; those that failed first, each with why and where to issue it alone. */
export function BatchItems({ batch }: { batch: Batch }) {
  const t = useT()
  const failed = batch.items.filter((item) => item.state === 'failed')
  const others = batch.items.filter((item) => item.state !== 'failed')
  return (
    <>
      {failed.length > 0 && <Failed batch={batch} items={failed} />}
      {others.length > 0 && (
        <section className="panel" aria-labelledby="issued">
          <h2 id="issued">{t('attestations.batch.issuedTitle')}</h2>
          <Issued items={others} />
        </section>
      )}
    </>
  )
}

function Failed({ batch, items }: { batch: Batch; items: readonly BatchItem[] }) {
  const t = useT()
  const gapText = useGapText()
  const columns: Column<BatchItem>[] = [
    personColumn(t('attestations.table.person')),
    {
      key: 'why',
      header: t('attestations.batch.column.missing'),
      cell: ({ reasons }) => (
        <ul className="gap-list">
          {reasons.map((reason) => (
            <li key={`${reason.code} ${reason.month ?? ''}`}>{gapText(reason)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'act',
      header: t('attestations.batch.column.act'),
      cell: ({ personId, name }) => (
        <Link
          href={`/gestion/attestations/emettre?type=${NAME_OF_KIND[batch.kind]}&personne=${personId}`}
        >
          {t('attestations.batch.issueAlone')}
          <span className="visually-hidden"> {name}</span>
        </Link>
      ),
    },
  ]
  return (
    <section className="panel" aria-labelledby="failed">
      <h2 id="failed">{t('attestations.batch.failedTitle', { count: items.length })}</h2>
      <DataTable
        caption={t('attestations.batch.failedCaption')}
        columns={columns}
        rows={items}
        rowKey={(item) => item.personId}
      />
    </section>
  )
}

function Issued({ items }: { items: readonly BatchItem[] }) {
  const t = useT()
  const columns: Column<BatchItem>[] = [
    personColumn(t('attestations.table.person')),
    {
      key: 'number',
      header: t('attestations.table.number'),
      cell: ({ attestationId, number }) =>
        attestationId === null ? (
          <StatusBadge look="neutral">{t('attestations.batch.waiting')}</StatusBadge>
        ) : (
          <Link className="attestation-number" href={`/gestion/attestations/${attestationId}`}>
            {number}
          </Link>
        ),
    },
    {
      key: 'channel',
      header: t('attestations.batch.column.channel'),
      cell: (item) => <Sending item={item} />,
    },
  ]
  return (
    <DataTable
      caption={t('attestations.batch.issuedCaption')}
      columns={columns}
      rows={items}
      rowKey={(item) => item.personId}
    />
  )
}

/** How it goes, how it went, and what is left for a hand to do. */
function Sending({ item }: { item: BatchItem }) {
  const t = useT()
  const mayGive = useCan('attestation.issue')
  const { attestationId, delivery, name } = item
  if (attestationId === null || delivery === null) return null
  const { sending, delivered, share } = delivery
  return (
    <>
      {delivered.length === 0
        ? t(`attestations.delivery.by.${sending}`)
        : delivered.map((channel) => t(`attestations.delivery.given.${channel}`)).join(', ')}
      {mayGive && delivered.length === 0 && sending !== 'email' && (
        <div className="missing-acts">
          <HandOver
            attestationId={attestationId}
            name={name}
            share={sending === 'paper' ? null : share}
          />
        </div>
      )}
    </>
  )
}

function personColumn(header: string): Column<BatchItem> {
  return {
    key: 'person',
    header,
    isRowHeader: true,
    cell: ({ personId, name }) => <Link href={`/gestion/personnes/${personId}`}>{name}</Link>,
  }
}
