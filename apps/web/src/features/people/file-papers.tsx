import { isAttestationKind } from '@terreau/domain/attestations/kinds'
import { Link } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { PersonFile } from './queries.ts'

type Certificate = PersonFile['certificates'][number]

/** The certificates of a person, the latest first. */
export function FilePapers({ file }: { file: PersonFile }) {
  const t = useT()
  const mayRead = useCan('document.read')
  return (
    <>
      {mayRead && (
        <p>
          <Link href={`/gestion/personnes/${file.id}/papiers`}>{t('papers.open')}</Link>
        </p>
      )}
      <Certificates file={file} />
    </>
  )
}

function Certificates({ file }: { file: PersonFile }) {
  const t = useT()
  const locale = useLocale()
  if (file.certificates.length === 0)
    return <EmptyState kind="first" title={t('people.papers.empty')} />
  const kindOf = (certificate: Certificate) => {
    const { kind } = certificate
    return isAttestationKind(kind) ? t(`people.papers.kinds.${kind}`) : kind
  }
  const columns: Column<Certificate>[] = [
    {
      key: 'number',
      header: t('people.papers.number'),
      cell: (line) => <Link href={`/gestion/attestations/${line.id}`}>{line.number}</Link>,
    },
    { key: 'kind', header: t('people.papers.kind'), cell: kindOf },
    {
      key: 'issued',
      header: t('people.papers.issued'),
      cell: (line) => formatInstant(line.issuedAt, locale),
    },
    {
      key: 'state',
      header: t('people.papers.state'),
      cell: (line) => (
        <StatusBadge look={line.state === 'issued' ? 'success' : 'danger'}>
          {t(`people.papers.states.${line.state}`)}
        </StatusBadge>
      ),
    },
  ]
  return (
    <>
      <p>{t('people.papers.count', { count: file.certificateCount })}</p>
      <DataTable
        caption={t('people.papers.caption')}
        columns={columns}
        rows={file.certificates}
        rowKey={(line) => line.id}
      />
    </>
  )
}
