import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { PartyPage } from './party-page.tsx'
import { type Party, type Signature, useAddPaper } from './queries.ts'

/** A document that was signed by hand comes in: the day on it, and its scan. */
export function PaperPage() {
  const t = useT()
  return (
    <PartyPage isFor={({ state }) => state === 'asked'} nothing={t('signatures.empty.waiting')}>
      {(signature, party) => <PaperForm signature={signature} party={party} />}
    </PartyPage>
  )
}

function PaperForm({ signature, party }: { signature: Signature; party: Party }) {
  const t = useT()
  const [, navigate] = useLocation()
  const [signedOn, setSignedOn] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const add = useAddPaper(signature.id)
  const local = {
    signedOn: signedOn === '' ? t('signatures.paper.dateMissing') : null,
    file: file === null ? t('signatures.paper.fileMissing') : null,
  }
  const isWrong = local.signedOn !== null || local.file !== null
  const form = useFieldErrors(isWrong ? null : add.error, attempt > 0 ? local : {})
  const href = `/gestion/signatures/${signature.id}`
  const submit = () => {
    setAttempt((n) => n + 1)
    if (isWrong || file === null) return
    const input = { file, position: party.position, signedOn }
    add.mutate(input, { onSuccess: () => navigate(href) })
  }
  return (
    <>
      <PageHeader
        title={t('signatures.paper.title', { name: party.printedName })}
        subtitle={signature.title}
        back={{ href, label: t('signatures.page.back') }}
        hasError={form.hasErrors}
      />
      <ul className="consequences">
        <li>{t('signatures.paper.reference', { reference: signature.reference })}</li>
        <li>{t('signatures.paper.rule')}</li>
        <li>{t('signatures.paper.keep')}</li>
      </ul>
      {add.error && !isWrong && <ErrorBlock error={add.error} />}
      <Form
        onSubmit={submit}
        submitLabel={t('signatures.paper.submit')}
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
