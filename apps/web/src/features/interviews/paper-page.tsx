import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useSignOutside } from './mutations.ts'
import { type Interview, interviewQueries } from './queries.ts'

/** A report that both signed by hand, before the tool or elsewhere: the day on it, and its scan. */
export function InterviewPaperPage() {
  const { interviewId = '' } = useParams()
  const { data, error, refetch } = useQuery(interviewQueries.detail(interviewId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  return data ? <PaperForm interview={data} /> : <Loading />
}

function PaperForm({ interview }: { interview: Interview }) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [signedOn, setSignedOn] = useState(interview.heldOn ?? '')
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const add = useSignOutside(interview.id)
  const local = {
    signedOn: signedOn === '' ? t('signatures.paper.dateMissing') : null,
    file: file === null ? t('signatures.paper.fileMissing') : null,
  }
  const isWrong = local.signedOn !== null || local.file !== null
  const form = useFieldErrors(isWrong ? null : add.error, attempt > 0 ? local : {})
  const href = `/gestion/entretiens/${interview.id}`
  const submit = () => {
    setAttempt((n) => n + 1)
    if (isWrong || file === null) return
    add.mutate({ file, signedOn }, { onSuccess: () => navigate(href) })
  }
  return (
    <>
      <PageHeader
        title={t('interviews.paper.title', { name: interview.person.name })}
        subtitle={t('interviews.paper.of', { date: formatDate(interview.heldOn ?? '', locale) })}
        back={{ href, label: interview.number }}
        hasError={form.hasErrors}
      />
      <ul className="consequences">
        <li>{t('interviews.paper.rule')}</li>
        <li>{t('interviews.paper.counts')}</li>
      </ul>
      {add.error && !isWrong && <ErrorBlock error={add.error} />}
      <Form
        onSubmit={submit}
        submitLabel={t('interviews.paper.submit')}
        isBusy={add.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={href}>{t('common.cancel')}</Link>}
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
