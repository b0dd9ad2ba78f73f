import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'wouter'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { type OwnDetail, ownSignatureQueries } from './own-queries.ts'
import { PlainSentences } from './plain-sentences.tsx'
import { SignForm } from './sign-form.tsx'

const PAPERS = '/moi/papiers'

/** Reads, then signs: plain sentences, the whole text, the name and the code, and the word that it is done. */
export function SignPage() {
  const t = useT()
  const { signatureId = '' } = useParams()
  const [params] = useSearchParams()
  // What is read is what is signed: the document must not change under the reader between two steps.
  const { data, error, refetch } = useQuery({
    ...ownSignatureQueries.detail(signatureId),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data)
    return (
      <Page title={t('signaturesPhone.sign.title')} back={PAPERS}>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    )
  if (data.own === 'signed') return <Done signature={data} />
  if (data.state !== 'waiting' || data.own !== 'asked' || data.isLate)
    return <NothingToSign signature={data} />
  if (params.get('etape') !== 'code') return <PlainSentences signature={data} />
  return <SignForm signature={data} onReread={() => void refetch()} />
}

function Done({ signature }: { signature: OwnDetail }) {
  const t = useT()
  const next = signature.parties.find((party) => party.state !== 'signed')
  const name = next?.side === 'cooperative' ? signature.cooperativeName : next?.printedName
  return (
    <Page title={t('signaturesPhone.done.title')} hasTabs>
      <Notice look="success">
        <p>{t('signaturesPhone.done.text', { title: signature.title })}</p>
        <p>
          {name === undefined
            ? t('signaturesPhone.done.all')
            : t('signaturesPhone.done.next', { name })}
        </p>
        <p>{t('signaturesPhone.done.nothing')}</p>
      </Notice>
      <LinkButton href={PAPERS}>{t('signaturesPhone.sign.toPapers')}</LinkButton>
    </Page>
  )
}

function NothingToSign({ signature }: { signature: OwnDetail }) {
  const t = useT()
  const isLater = signature.state === 'waiting' && signature.own === 'waiting_turn'
  return (
    <Page title={t('signaturesPhone.sign.nothing')} back={PAPERS} hasTabs>
      {isLater && <p>{t('signaturesPhone.sign.notYet')}</p>}
      <LinkButton href={PAPERS}>{t('signaturesPhone.sign.toPapers')}</LinkButton>
    </Page>
  )
}
