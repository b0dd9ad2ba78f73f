import { useQueries } from '@tanstack/react-query'
import { Link, useLocation, useSearchParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { signatureQueries, useCountersign } from './queries.ts'

const LIST = '/gestion/signatures'

/** The cooperative's signature cannot be taken back: which documents, and what it does, is said before. */
export function CountersignPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  const ids = (params.get('ids') ?? '').split(',').filter((id) => id !== '')
  const details = useQueries({ queries: ids.map((id) => signatureQueries.detail(id)) })
  const sign = useCountersign()
  if (ids.length === 0)
    return (
      <>
        <PageHeader
          title={t('signatures.batch.nothing')}
          back={{ href: LIST, label: t('signatures.page.back') }}
        />
        <EmptyState
          kind="first"
          title={t('signatures.batch.nothing')}
          action={<Link href={`${LIST}?vue=us`}>{t('signatures.view.us')}</Link>}
        />
      </>
    )
  const failed = details.find((detail) => detail.error)
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />
  const chosen = details.flatMap((detail) => (detail.data ? [detail.data] : []))
  if (chosen.length < ids.length) return <Loading />
  const [only] = chosen
  const back = chosen.length === 1 && only ? `${LIST}/${only.id}` : `${LIST}?vue=us`
  const confirm = () =>
    afterWrite(
      sign.mutateAsync(
        chosen.map(({ id, documentSha256 }) => ({ signatureId: id, documentSha256 })),
      ),
      () => navigate(back),
    )
  return (
    <ConfirmPage
      title={t('signatures.batch.title', { count: chosen.length })}
      consequences={[
        t('signatures.batch.same'),
        t('signatures.batch.final'),
        t('signatures.batch.evidence'),
        t('signatures.batch.mail'),
        t('signatures.batch.level'),
        ...(chosen.length > 1 ? [t('signatures.batch.all')] : []),
      ]}
      confirmLabel={t('signatures.batch.confirm')}
      cancelHref={back}
      isBusy={sign.isPending}
      error={sign.error}
      onConfirm={confirm}
    >
      <section className="panel">
        <h2>{t('signatures.batch.documents')}</h2>
        <ul>
          {chosen.map(({ id, title, reference, parties }) => (
            <li key={id}>
              {title} ({reference}) :{' '}
              {parties
                .filter((party) => party.side === 'person')
                .map((party) => party.printedName)
                .join(', ')}
            </li>
          ))}
        </ul>
      </section>
    </ConfirmPage>
  )
}
