import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { DocumentText } from './document-text.tsx'
import { signatureQueries } from './queries.ts'

/** The whole document for the person who holds the screen, who should not have to open another window. */
export function OfficeText({ signatureId }: { signatureId: string }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery({ ...signatureQueries.text(signatureId), enabled: isOpen })
  return (
    <details
      className="full-text"
      onToggle={(event) => setOpen(isOpen || event.currentTarget.open)}
    >
      <summary>{t('signatures.office.readHere')}</summary>
      {error && <ErrorBlock error={error} />}
      {isOpen && !data && !error && <Loading />}
      {data?.blocks && <DocumentText blocks={data.blocks} />}
      {data?.blocks === null && <p>{t('signatures.office.onlyPdf')}</p>}
    </details>
  )
}
