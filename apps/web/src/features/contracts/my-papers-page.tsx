import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { Mention } from './mention.tsx'
import { OwnDates } from './own-dates.tsx'
import { contractQueries, type OwnContract } from './queries.ts'

/** A tester's contracts, what waits for their signature first, and the way to their certificates. */
export function MyPapersPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(contractQueries.ownList())
  const waiting = data?.filter((contract) => contract.state === 'to_sign') ?? []
  const others = data?.filter((contract) => contract.state !== 'to_sign') ?? []
  return (
    <Page title={t('contractsPhone.papers.title')} hasTabs>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && waiting.length === 0 && (
        <p className="lead">
          {t('contractsPhone.papers.empty')}
          {others.length === 0 && ` ${t('contractsPhone.papers.emptyHint')}`}
        </p>
      )}
      {[...waiting, ...others].map((contract) => (
        <ContractCard key={contract.id} contract={contract} />
      ))}
      <OwnDates />
      <Card title={t('contractsPhone.papers.permit')}>
        <p>{t('contractsPhone.papers.permitHint')}</p>
        <LinkButton href="/moi/titre" look="secondary">
          {t('contractsPhone.papers.openPermit')}
        </LinkButton>
      </Card>
      <Card title={t('contractsPhone.papers.certificates')}>
        <p>{t('contractsPhone.papers.certificatesHint')}</p>
        <LinkButton href="/moi/attestations" look="secondary">
          {t('contractsPhone.papers.openCertificates')}
        </LinkButton>
      </Card>
    </Page>
  )
}

function ContractCard({ contract }: { contract: OwnContract }) {
  const t = useT()
  const locale = useLocale()
  const from = formatDate(contract.startsOn, locale)
  const pdf = apiUrl('GET /me/contracts/:contractId/document', {
    params: { contractId: contract.id },
    query: {},
  })
  return (
    <Card title={t(`contractsPhone.kind.${contract.kind}`)}>
      <p>
        {contract.endsOn === null
          ? t('contractsPhone.papers.from', { from })
          : t('contractsPhone.papers.period', { from, to: formatDate(contract.endsOn, locale) })}
      </p>
      <p>{contract.state !== 'draft' && t(`contractsPhone.state.${contract.state}`)}</p>
      {contract.papersMention !== null && <Mention text={contract.papersMention} />}
      {contract.state === 'to_sign' && (
        <LinkButton href={`/moi/papiers/${contract.id}/signer`}>
          {t('contractsPhone.papers.sign')}
        </LinkButton>
      )}
      {contract.state !== 'to_sign' && contract.documents.length > 0 && (
        <LinkButton href={pdf} look="secondary" isExternal>
          {t('contractsPhone.papers.open')}{' '}
          <span className="visually-hidden">
            {t('contractsPhone.papers.openNamed', { number: contract.number })}
          </span>
        </LinkButton>
      )}
    </Card>
  )
}
