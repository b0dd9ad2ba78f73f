import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loading } from '../../ui/phone/loading.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { DocumentText } from './document-text.tsx'
import { ownSignatureQueries } from './own-queries.ts'

/** The whole document, asked for when somebody opens it: on a poor line the six sentences come first. */
export function FullText({ signatureId }: { signatureId: string }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({
    ...ownSignatureQueries.text(signatureId),
    enabled: isOpen,
  })
  return (
    <details
      className="card full-text"
      onToggle={(event) => setOpen(isOpen || event.currentTarget.open)}
    >
      <summary>{t('signaturesPhone.sign.readHere')}</summary>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isOpen && !data && !error && <Loading />}
      {data?.blocks && <DocumentText blocks={data.blocks} />}
      {data?.blocks === null && <p>{t('signaturesPhone.sign.onlyPdf')}</p>}
    </details>
  )
}
