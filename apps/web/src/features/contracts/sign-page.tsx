import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'wouter'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { contractQueries, type OwnDetail } from './queries.ts'
import { SignForm } from './sign-form.tsx'
import { SixSentences } from './six-sentences.tsx'

const PAPERS = '/moi/papiers'

/** Reads, then signs: six sentences, the whole text, the name and the code, and the word that it is done. */
export function SignPage() {
  const t = useT()
  const { contractId = '' } = useParams()
  const [params] = useSearchParams()
  // What is read is what is signed: the document must not change under the reader between two steps.
  const { data, error, refetch } = useQuery({
    ...contractQueries.own(contractId),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error && !data)
    return (
      <Page title={t('contractsPhone.sign.title')} back={PAPERS}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page title={t('contractsPhone.sign.title')} back={PAPERS}>
        <Loading />
      </Page>
    )
  if (data.state === 'signed') return <Done contract={data} />
  if (data.state !== 'to_sign' || data.documentSha256 === null) return <NothingToSign />
  if (params.get('etape') !== 'code') return <SixSentences contract={data} />
  return (
    <SignForm
      contract={data}
      documentSha256={data.documentSha256}
      onReread={() => void refetch()}
    />
  )
}

function Done({ contract }: { contract: OwnDetail }) {
  const t = useT()
  return (
    <Page title={t('contractsPhone.done.title')} hasTabs>
      <Notice look="success">
        <p>{t('contractsPhone.done.text', { number: contract.number })}</p>
        <p>{t('contractsPhone.done.next', { cooperative: contract.cooperativeName })}</p>
        <p>{t('contractsPhone.done.nothing')}</p>
      </Notice>
      <LinkButton href={PAPERS}>{t('contractsPhone.sign.toPapers')}</LinkButton>
    </Page>
  )
}

function NothingToSign() {
  const t = useT()
  return (
    <Page title={t('contractsPhone.sign.nothing')} back={PAPERS} hasTabs>
      <LinkButton href={PAPERS}>{t('contractsPhone.sign.toPapers')}</LinkButton>
    </Page>
  )
}
