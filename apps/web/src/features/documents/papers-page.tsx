import { useQuery } from '@tanstack/react-query'
import { DOCUMENT_KINDS } from '@terreau/domain/documents/kinds'
import { fullName } from '@terreau/domain/names/full-name'
import { useParams } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { LooksTable } from '../../ui/staff/looks-table.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { AddPaper } from './add-paper.tsx'
import { NumbersPanel } from './numbers-panel.tsx'
import { PaperCard } from './paper-card.tsx'
import { documentQueries, type Paper } from './queries.ts'

/** Every paper of a person that who looks may see, their numbers, and who opened what. */
export function PapersPage() {
  const t = useT()
  const { personId = '' } = useParams()
  const person = useQuery(documentQueries.person(personId))
  const { data, error, refetch } = useQuery(documentQueries.papers(personId))
  const mayReadNumbers = useCan('number.read')
  const mayReadLooks = useCan('permit.read')
  const failed = person.error ?? error
  const name = person.data ? fullName(person.data) : ''
  if (failed && !data) return <ErrorBlock error={failed} onRetry={() => void refetch()} />
  if (!data || !person.data) return <Loading />
  return (
    <>
      <PageHeader
        title={t('papers.title', { name })}
        subtitle={t('papers.guarded')}
        back={{ href: `/gestion/personnes/${personId}?onglet=papers`, label: name }}
      />
      <PaperList personId={personId} papers={data.documents} />
      <AddPaper personId={personId} papers={data.documents} />
      {mayReadNumbers && <NumbersPanel personId={personId} />}
      {mayReadLooks && <LooksTable personId={personId} />}
    </>
  )
}

function PaperList({ personId, papers }: { personId: string; papers: readonly Paper[] }) {
  const t = useT()
  if (papers.length === 0) return <EmptyState kind="first" title={t('papers.empty')} />
  const kinds = DOCUMENT_KINDS.map((kind) => ({
    kind,
    ofKind: papers.filter((paper) => paper.kind === kind),
  })).filter(({ ofKind }) => ofKind.length > 0)
  return kinds.map(({ kind, ofKind }) => (
    <section key={kind} aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>{t(`papers.kinds.${kind}`)}</h2>
      <ul className="paper-list">
        {ofKind.map((paper) => (
          <li key={paper.id} className="panel">
            <PaperCard personId={personId} paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  ))
}
