import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from './error-block.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { TextField } from './fields.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { PageHeader } from './page-header.tsx'
import { useFieldErrors } from './use-field-errors.ts'
import { useT } from './words.ts'

interface SignedPaper {
  file: File
  signedOn: string
}

interface SignedPaperPageProps {
  title: string
  subtitle: string
  back: { href: string; label: string }
  /** What the reader must know before, a sentence each. */
  consequences: readonly string[]
  submitLabel: string
  /** The day proposed, '' for none. */
  day?: string
  keep: {
    error: Error | null
    isPending: boolean
    mutateAsync: (paper: SignedPaper) => Promise<unknown>
  }
}

/** A document that was signed by hand comes in: the day on it, and its scan. */
export function SignedPaperPage(props: SignedPaperPageProps) {
  const { title, subtitle, back, consequences, submitLabel, day = '', keep } = props
  const t = useT()
  const [, navigate] = useLocation()
  const [signedOn, setSignedOn] = useState(day)
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const local = {
    signedOn: signedOn === '' ? t('signatures.paper.dateMissing') : null,
    file: file === null ? t('signatures.paper.fileMissing') : null,
  }
  const isWrong = local.signedOn !== null || local.file !== null
  const form = useFieldErrors(isWrong ? null : keep.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (isWrong || file === null) return
    afterWrite(keep.mutateAsync({ file, signedOn }), () => navigate(back.href))
  }
  return (
    <>
      <PageHeader title={title} subtitle={subtitle} back={back} hasError={form.hasErrors} />
      <ul className="consequences">
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {keep.error && !isWrong && <ErrorBlock error={keep.error} />}
      <Form
        onSubmit={submit}
        submitLabel={submitLabel}
        isBusy={keep.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={back.href}>{t('common.cancel')}</Link>}
      >
        <TextField
          name="signedOn"
          type="date"
          label={t('signatures.paper.signedOn')}
          error={form.errorOf('signedOn')}
          value={signedOn}
          onChange={setSignedOn}
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
