import { useEffect } from 'react'
import { apiUrl } from '../../lib/api.ts'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { FullText } from './full-text.tsx'
import { type OwnDetail, useAskForHelp, useNoteReading } from './own-queries.ts'

/** The document in plain sentences, the whole of it one press away, and the three ways to go on. */
export function PlainSentences({ signature }: { signature: OwnDetail }) {
  const t = useT()
  const read = useNoteReading(signature.id)
  const pdf = apiUrl('GET /me/signatures/:signatureId/document', {
    params: { signatureId: signature.id },
    query: { file: 'shown' },
  })
  const { summary, documentSha256 } = signature
  const { mutate: noteReading } = read
  useEffect(() => noteReading(documentSha256), [noteReading, documentSha256])
  return (
    <Page
      title={t('signaturesPhone.sign.title')}
      hint={t(summary.length > 0 ? 'signaturesPhone.sign.hint' : 'signaturesPhone.sign.hintFull')}
      back="/moi/papiers"
    >
      <p className="lead">{signature.title}</p>
      {summary.length > 0 && (
        <>
          <p>{t('signaturesPhone.sign.count', { count: summary.length })}</p>
          <ol className="card six-sentences">
            {summary.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </>
      )}
      <FullText signatureId={signature.id} />
      <LinkButton href={pdf} look="secondary" isExternal>
        {t('signaturesPhone.sign.read')}
      </LinkButton>
      <LinkButton href={`/moi/papiers/${signature.id}/signer?etape=code`}>
        {t('signaturesPhone.sign.next')}
      </LinkButton>
      <p className="hint">{t('signaturesPhone.sign.later')}</p>
      <ReadTogether signature={signature} />
      <LinkButton href={`/moi/papiers/${signature.id}/refuser`} look="secondary">
        {t('signaturesPhone.sign.refuse')}
      </LinkButton>
      <p className="hint">{t('signaturesPhone.sign.level')}</p>
      <p className="hint">{t('signaturesPhone.sign.paper')}</p>
    </Page>
  )
}

function ReadTogether({ signature }: { signature: OwnDetail }) {
  const t = useT()
  const ask = useAskForHelp(signature.id)
  const name = signature.helperName
  const isAsked = ask.isSuccess || signature.helpAskedAt !== null
  return (
    <>
      {ask.error && <ProblemNotice error={ask.error} />}
      <div role="status">
        {isAsked && (
          <Notice look="success">
            <p>{t('signaturesPhone.sign.togetherAsked', { name })}</p>
          </Notice>
        )}
      </div>
      {!isAsked && (
        <Button type="button" look="secondary" isBusy={ask.isPending} onClick={() => ask.mutate()}>
          {t('signaturesPhone.sign.together', { name })}
        </Button>
      )}
    </>
  )
}
