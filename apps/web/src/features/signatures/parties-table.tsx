import { Link } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Party, Signature } from './queries.ts'

/** Who signs in which order, and what each signature proves. */
export function PartiesTable({ signature }: { signature: Signature }) {
  const t = useT()
  const columns: Column<Party>[] = [
    { key: 'order', header: t('signatures.page.order'), cell: (party) => party.position },
    {
      key: 'who',
      header: t('signatures.page.who'),
      isRowHeader: true,
      cell: (party) => <Who party={party} />,
    },
    {
      key: 'state',
      header: t('signatures.page.stateColumn'),
      cell: (party) => t(`signatures.party.${party.state}`),
    },
    { key: 'how', header: t('signatures.page.how'), cell: (party) => <How party={party} /> },
  ]
  return (
    <section className="panel" aria-labelledby="parties">
      <h2 id="parties">{t('signatures.page.parties')}</h2>
      <DataTable
        caption={t('signatures.page.partiesCaption')}
        columns={columns}
        rows={signature.parties}
        rowKey={(party) => String(party.position)}
      />
    </section>
  )
}

function Who({ party }: { party: Party }) {
  const t = useT()
  return (
    <span className="party-line">
      {party.personId === null ? (
        (party.typedName ?? party.printedName)
      ) : (
        <Link href={`/gestion/personnes/${party.personId}`}>{party.printedName}</Link>
      )}
      <span className="dimmed">{t(`signatures.side.${party.side}`)}</span>
      {party.side === 'person' && party.email === '' && party.state !== 'signed' && (
        <span className="dimmed">{t('signatures.page.noEmail')}</span>
      )}
    </span>
  )
}

function How({ party }: { party: Party }) {
  const t = useT()
  const locale = useLocale()
  if (party.route === null || party.level === null || party.signedAt === null) return null
  return (
    <span className="party-line">
      {t(`signatures.route.${party.route}`)}
      <span>{t(`signatures.level.${party.level}`)}</span>
      <span className="dimmed">{formatInstant(party.signedAt, locale)}</span>
    </span>
  )
}
