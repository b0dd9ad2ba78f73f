import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCan } from '../../../lib/session.ts'
import { useObjectUrl } from '../../../lib/use-object-url.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { useCopyRegister } from './queries.ts'

/** A copy for whoever may ask for it (C. trav. L1221-15); opening numbers of permits wants a reason. */
export function CopyForm() {
  const t = useT()
  const maySee = useCan('permit.read')
  const copy = useCopyRegister()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const url = useObjectUrl(copy.data ?? null)
  const format = copy.variables?.format ?? 'pdf'
  const isMissing = reason.trim() === ''
  const make = (wanted: 'pdf' | 'csv') => {
    setAsked(true)
    if (!isMissing) copy.mutate({ format: wanted, reason })
  }
  return (
    <section className="panel" aria-label={t('staffRegister.copy.title')}>
      <h2>{t('staffRegister.copy.title')}</h2>
      {!maySee && <p>{t('staffRegister.copy.masked')}</p>}
      {copy.error && <ErrorBlock error={copy.error} />}
      <TextField
        name="copy-reason"
        label={t('staffRegister.copy.reason')}
        hint={t('staffRegister.copy.reasonHint')}
        value={reason}
        error={isAsked && isMissing ? t('fieldErrors.reason-missing') : undefined}
        onChange={setReason}
      />
      <div className="contract-acts register-copies">
        <Button loading={copy.isPending && format === 'pdf'} onClick={() => make('pdf')}>
          {t('staffRegister.copy.pdf')}
        </Button>
        <Button
          variant="default"
          loading={copy.isPending && format === 'csv'}
          onClick={() => make('csv')}
        >
          {t('staffRegister.copy.csv')}
        </Button>
        <span role="status">
          {url !== null && (
            <a href={url} download={`registre-du-personnel.${format}`}>
              {t('staffRegister.copy.ready')}
            </a>
          )}
        </span>
      </div>
    </section>
  )
}
