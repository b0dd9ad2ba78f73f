import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatCents, formatDate, formatLabelled } from '@terreau/i18n/format'
import { Link, useParams } from 'wouter'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { problemOf } from '../../../lib/problem-error.ts'
import { useCan } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { NoEmailNotice } from '../../../ui/staff/no-email-notice.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { useContractTexts } from '../use-contract-texts.ts'
import { AmendmentEffects } from './amendment-effects.tsx'
import { AmendmentState } from './amendment-state.tsx'
import { type Amendment, amendmentQueries, useSendAmendment } from './queries.ts'

/** One amendment: what changes, and the way to its signature. */
export function AmendmentPage() {
  const t = useT()
  const { amendmentId = '' } = useParams()
  const { data, error, refetch } = useQuery(amendmentQueries.detail(amendmentId))
  if (problemOf(error)?.status === 404) return <PageHeader title={t('amendments.page.notFound')} />
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { n, contract } = data
  return (
    <>
      <PageHeader
        title={t('amendments.page.title', { n, number: contract.number })}
        subtitle={<AmendmentState state={data.state} />}
        back={{ href: `/gestion/contrats/${contract.id}`, label: contract.number }}
      />
      {data.effects && <AmendmentEffects effects={data.effects} />}
      <Acts amendment={data} />
      <Summary amendment={data} />
      <Changes amendment={data} />
    </>
  )
}

function Acts({ amendment }: { amendment: Amendment }) {
  const t = useT()
  const mayWrite = useCan('contract.create')
  const send = useSendAmendment(amendment.id)
  const { id, state, person, signatureId } = amendment
  const isOpen = state === 'draft' || state === 'to_sign' || state === 'signed'
  return (
    <>
      <div role="status">
        {send.isSuccess && (
          <Alert color="green" mb="md">
            {t('amendments.page.sent', { name: person.name })}
          </Alert>
        )}
      </div>
      <section className="panel">
        {send.error && <ErrorBlock error={send.error} />}
        <p>{t(`amendments.page.next.${state}`, { name: person.name })}</p>
        {mayWrite && <NoEmailNotice names={amendment.signersWithoutEmail} />}
        <div className="contract-acts">
          {mayWrite && state === 'draft' && (
            <Button loading={send.isPending} onClick={() => send.mutate(amendment.version)}>
              {t('amendments.page.send')}
            </Button>
          )}
          {mayWrite && state === 'draft' && (
            <Button
              component={Link}
              variant="default"
              href={`/gestion/contrats/avenants/${id}/modifier`}
            >
              {t('amendments.page.edit')}
            </Button>
          )}
          {signatureId !== null && state !== 'cancelled' && (
            <Link href={`/gestion/signatures/${signatureId}`}>
              {t('amendments.page.signature')}
            </Link>
          )}
          <a
            href={apiUrl('GET /amendments/:amendmentId/document', { params: { amendmentId: id } })}
            target="_blank"
            rel="noreferrer"
          >
            {t('amendments.page.pdf')}
            <span className="visually-hidden"> {t('contracts.page.newTab')}</span>
          </a>
          {mayWrite && isOpen && (
            <Link href={`/gestion/contrats/avenants/${id}/abandonner`}>
              {t('amendments.page.cancel')}
            </Link>
          )}
        </div>
      </section>
    </>
  )
}

function Summary({ amendment }: { amendment: Amendment }) {
  const t = useT()
  const locale = useLocale()
  const { person, effectiveOn, reason, concludedOn } = amendment
  return (
    <section className="panel">
      <dl className="facts">
        <dt>{t('contracts.page.person')}</dt>
        <dd>
          <Link href={`/gestion/personnes/${person.id}`}>{person.name}</Link>
        </dd>
        <dt>{t('amendments.effectiveOn')}</dt>
        <dd>{formatDate(effectiveOn, locale)}</dd>
        <dt>{t('amendments.reason')}</dt>
        <dd>{reason}</dd>
        {concludedOn !== null && (
          <>
            <dt>{t('amendments.concludedOn')}</dt>
            <dd>{formatDate(concludedOn, locale)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Changes({ amendment }: { amendment: Amendment }) {
  const t = useT()
  const locale = useLocale()
  const texts = useContractTexts()
  const { contribution, changes } = amendment
  const amount = (cents: string) => formatCents(BigInt(cents), locale)
  const rows = changes.map(({ term, before, after }) => ({
    term: t(`amendments.terms.${term}`),
    before: before ?? t('amendments.page.unknown'),
    after,
    ...(term === 'fixedPartCents' && {
      before: before === null ? t('amendments.page.unknown') : amount(before),
      after: amount(after),
    }),
  }))
  const scheme = (of: NonNullable<Amendment['contribution']>['before']) =>
    formatLabelled(of.code, texts.scheme(of), locale)
  if (contribution)
    rows.unshift({
      term: t('amendments.contribution'),
      before: scheme(contribution.before),
      after: scheme(contribution.after),
    })
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{t('amendments.page.changes')}</h2>
      <DataTable
        caption={t('amendments.page.changesCaption')}
        rows={rows}
        rowKey={(row) => row.term}
        columns={[
          { key: 'term', header: t('amendments.page.term'), cell: (row) => row.term },
          {
            key: 'before',
            header: t('amendments.page.before'),
            cell: (row) => <Clause text={row.before} />,
          },
          {
            key: 'after',
            header: t('amendments.page.after'),
            cell: (row) => <Clause text={row.after} />,
          },
        ]}
      />
    </section>
  )
}

/** A clause keeps its lines. */
function Clause({ text }: { text: string }) {
  return <span className="clause-text">{text}</span>
}
