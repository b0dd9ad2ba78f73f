import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { apiUrl } from '../../../lib/api.ts'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { FileField } from '../../../ui/staff/file-field.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { SavedNotice } from '../../../ui/staff/saved-notice.tsx'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type Sheet, useReceiveSheet } from './queries.ts'

interface SheetOf {
  sheet: Sheet
  personId: string
  operationId: string | undefined
}

/** Where the signatures of a sheet stand, and the paper that comes back. */
export function SheetSigning({ sheet, personId, operationId }: SheetOf) {
  const t = useT()
  const locale = useLocale()
  const mayWrite = useCan('tutoring.approve')
  const { paper, month } = sheet
  return (
    <section aria-labelledby="signing">
      <h2 id="signing">{t('tutoringTimeSheet.signing')}</h2>
      <p>
        <Status paper={paper} />
      </p>
      {paper === null ? (
        <p>{t('tutoringTimeSheet.signatures')}</p>
      ) : (
        <>
          <p>
            {t('tutoringTimeSheet.received', {
              signedOn: formatDate(paper.signedOn, locale, 'long'),
              receivedOn: formatInstant(paper.receivedAt, locale),
              name: paper.receivedBy,
            })}
          </p>
          <p>
            <a
              href={apiUrl('GET /documents/:documentId/versions/:version', {
                params: { documentId: paper.documentId, version: '1' },
              })}
            >
              {t('tutoringTimeSheet.openPaper')}
            </a>
          </p>
        </>
      )}
      {operationId === undefined && <p>{t('tutoringTimeSheet.chooseToSign')}</p>}
      {operationId !== undefined && mayWrite && (
        <PaperForm
          key={`${personId} ${month} ${operationId}`}
          of={{ personId, month, operationId }}
          isAgain={paper !== null}
        />
      )}
    </section>
  )
}

function Status({ paper }: Pick<Sheet, 'paper'>) {
  const t = useT()
  if (paper === null)
    return <StatusBadge look="attention">{t('tutoringTimeSheet.status.toSign')}</StatusBadge>
  return paper.isSame ? (
    <StatusBadge look="success">{t('tutoringTimeSheet.status.signed')}</StatusBadge>
  ) : (
    <StatusBadge look="danger">{t('tutoringTimeSheet.status.differs')}</StatusBadge>
  )
}

interface PaperFormProps {
  of: Parameters<typeof useReceiveSheet>[0]
  isAgain: boolean
}

const EMPTY = { signedOn: '', code: '' }

function PaperForm({ of, isAgain }: PaperFormProps) {
  const t = useT()
  const [given, setGiven] = useState(EMPTY)
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const keep = useReceiveSheet(of)
  const local = {
    signedOn: given.signedOn === '' ? t('signatures.paper.dateMissing') : null,
    code: given.code.trim() === '' ? t('tutoringTimeSheet.paper.codeMissing') : null,
    file: file === null ? t('signatures.paper.fileMissing') : null,
  }
  const isWrong = Object.values(local).some((error) => error !== null)
  const form = useFieldErrors(isWrong ? null : keep.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (isWrong || file === null) return
    const done = () => {
      setAttempt(0)
      setGiven(EMPTY)
      setFile(null)
    }
    afterWrite(keep.mutateAsync({ ...given, file }), done)
  }
  const title = t(`tutoringTimeSheet.paper.${isAgain ? 'again' : 'open'}`)
  return (
    <>
      <SavedNotice>
        {keep.isSuccess && attempt === 0 && t('tutoringTimeSheet.paper.done')}
      </SavedNotice>
      <h3>{title}</h3>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoringTimeSheet.paper.open')}
        isBusy={keep.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="signedOn"
          type="date"
          label={t('signatures.paper.signedOn')}
          value={given.signedOn}
          onChange={(signedOn) => setGiven({ ...given, signedOn })}
          error={form.errorOf('signedOn')}
        />
        <TextField
          name="code"
          label={t('tutoringTimeSheet.paper.code')}
          hint={t('tutoringTimeSheet.paper.codeHint')}
          maxLength={20}
          value={given.code}
          onChange={(code) => setGiven({ ...given, code })}
          error={form.errorOf('code')}
        />
        <FileField
          name="file"
          label={t('signatures.paper.file')}
          hint={t('signatures.paper.fileHint')}
          error={form.errorOf('file')}
          file={file}
          onFile={setFile}
        />
      </Form>
    </>
  )
}
