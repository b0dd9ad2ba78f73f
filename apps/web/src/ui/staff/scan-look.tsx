import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchFile } from '../../lib/api.ts'
import { looksQuery } from '../../lib/looks-query.ts'
import { useObjectUrl } from '../../lib/use-object-url.ts'
import { LookForm } from './look-form.tsx'
import { useT } from './words.ts'

const SHOWN_SECONDS = 60

interface ScanLookProps {
  personId: string
  documentId: string
  version: number
  /** What it is, for who cannot see the picture. */
  title: string
}

/** A guarded paper: it opens with a reason, for a minute. */
export function ScanLook({ personId, documentId, version, title }: ScanLookProps) {
  const t = useT()
  const client = useQueryClient()
  const look = useMutation({
    mutationFn: (reason: string) =>
      fetchFile('POST /documents/:documentId/versions/:version/look', {
        params: { documentId, version },
        body: { reason },
      }),
    onSuccess: () => client.invalidateQueries(looksQuery(personId)),
    gcTime: 0,
  })
  const { data, reset } = look
  const url = useObjectUrl(data ?? null)
  useEffect(() => {
    if (data === undefined) return
    const timer = setTimeout(reset, SHOWN_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [data, reset])
  return (
    <LookForm
      name={`scan-${documentId}`}
      label={t('rightToWork.scans.open')}
      onLook={look.mutate}
      isBusy={look.isPending}
      error={look.error}
    >
      {url !== null && data?.type === 'image/jpeg' && <img src={url} alt={title} width={480} />}
      {url !== null && data?.type !== 'image/jpeg' && (
        <a href={url} download="document.pdf">
          {t('rightToWork.scans.download')}
        </a>
      )}
    </LookForm>
  )
}
