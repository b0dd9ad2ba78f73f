import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { Link, useParams } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ClausesTable } from './cesa/clauses-table.tsx'
import { ContractActs } from './contract-acts.tsx'
import { ContractMissing } from './contract-missing.tsx'
import { ContractState } from './contract-state.tsx'
import { ContractSteps } from './contract-steps.tsx'
import { ContractTerms } from './contract-terms.tsx'
import { Evidence } from './evidence.tsx'
import { ContractLife } from './life/contract-life.tsx'
import { type Contract, contractQueries } from './queries.ts'
import { TermsInForce } from './terms-in-force.tsx'
import { useContractTexts } from './use-contract-texts.ts'

/** One contract: where it stands, what it lacks, what can be done, what it says. */
export function ContractPage() {
  const t = useT()
  const { contractId = '' } = useParams()
  const { data, error, refetch } = useQuery(contractQueries.detail(contractId))
  const back = { href: '/gestion/contrats', label: t('contracts.page.back') }
  if (problemOf(error)?.status === 404)
    return <PageHeader title={t('contracts.page.notFound')} back={back} />
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageHeader title={data.number} subtitle={<ContractState state={data.state} />} back={back} />
      <Cancelled contract={data} />
      {data.documents.length > 0 || data.state === 'draft' ? (
        <ContractSteps contract={data} />
      ) : (
        <Alert color="blue" mb="md">
          {t('contracts.page.elsewhere')}
        </Alert>
      )}
      {data.state === 'draft' && <ContractMissing contract={data} />}
      {data.kind === 'CESA' && data.documents.length + Number(data.state === 'draft') > 0 && (
        <ClausesTable contract={data} />
      )}
      <ContractActs contract={data} />
      <Summary contract={data} />
      {data.signatures.length > 0 && <Evidence contract={data} />}
      {data.state !== 'cancelled' && data.state !== 'draft' && <ContractLife contract={data} />}
      {data.terms && <ContractTerms terms={data.terms} />}
    </>
  )
}

function Cancelled({ contract }: { contract: Contract }) {
  const t = useT()
  const locale = useLocale()
  if (contract.cancellation === null) return null
  const { at, who, reason } = contract.cancellation
  return (
    <Alert color="orange" mb="md">
      {t('contracts.page.cancelled', {
        date: formatInstant(at, locale),
        who: who ?? t('contracts.page.someone'),
        reason,
      })}
    </Alert>
  )
}

function Summary({ contract }: { contract: Contract }) {
  const t = useT()
  const texts = useContractTexts()
  const { person } = contract
  return (
    <section className="panel">
      <dl className="facts">
        <dt>{t('contracts.page.person')}</dt>
        <dd>
          <Link href={`/gestion/personnes/${person.id}`}>{fullName(person)}</Link>
        </dd>
        <dt>{t('contracts.page.activity')}</dt>
        <dd>{contract.activity}</dd>
        <dt>{t('contracts.page.period')}</dt>
        <dd>{texts.period(contract)}</dd>
        <dt>{t('contracts.page.rank')}</dt>
        <dd>{texts.rank(contract)}</dd>
        {contract.renewsContractId !== null && (
          <>
            <dt>{t('contracts.page.renews')}</dt>
            <dd>
              <Link href={`/gestion/contrats/${contract.renewsContractId}`}>
                {t('contracts.page.previous')}
              </Link>
            </dd>
          </>
        )}
        {contract.gapReason !== null && (
          <>
            <dt>{t('contracts.page.gap')}</dt>
            <dd>{contract.gapReason}</dd>
          </>
        )}
        <TermsInForce contract={contract} />
      </dl>
    </section>
  )
}
