import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { apiUrl } from '../../lib/api.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { OfficeText } from './office-text.tsx'
import { type Party, type Signature, useOfficeCode, useSignInOffice } from './queries.ts'

interface OfficeScreenProps {
  signature: Signature
  party: Party
}

/** What the person has before them in the office: the sentences, the whole text, their code, their name. */
export function OfficeScreen({ signature, party }: OfficeScreenProps) {
  const t = useT()
  const code = useOfficeCode(signature.id)
  const isByColleague = party.email === ''
  return (
    <div className="office-person">
      <PageHeader
        title={t('signatures.office.personTitle', { name: party.printedName })}
        subtitle={signature.title}
      />
      <p>{t('signatures.office.personRead')}</p>
      <ol className="signature-sentences">
        {signature.summary.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <OfficeText signatureId={signature.id} />
      <p>
        <a
          href={apiUrl('GET /signatures/:signatureId/document', {
            params: { signatureId: signature.id },
            query: { file: 'shown' },
          })}
          target="_blank"
          rel="noreferrer"
        >
          {t('signatures.office.readAll')}
          <span className="visually-hidden"> {t('signatures.page.newTab')}</span>
        </a>
      </p>
      {code.error && <ErrorBlock error={code.error} />}
      <div role="status">
        {code.data && (
          <Alert color="blue" mb="md">
            {t('signatures.office.sent', { email: code.data.email })}
          </Alert>
        )}
      </div>
      {isByColleague && <p>{t('signatures.office.codeFromColleague')}</p>}
      {(code.data || isByColleague) && <CodeForm signature={signature} party={party} />}
      {!isByColleague && (
        <Button
          variant={code.data ? 'default' : 'filled'}
          mt="md"
          loading={code.isPending}
          onClick={() => code.mutate(party.position)}
        >
          {t(code.data ? 'signatures.office.again' : 'signatures.office.sendCode')}
        </Button>
      )}
    </div>
  )
}

function CodeForm({ signature, party }: OfficeScreenProps) {
  const t = useT()
  const [code, setCode] = useState('')
  const [typedName, setName] = useState('')
  const [attempt, setAttempt] = useState(0)
  const sign = useSignInOffice(signature.id)
  const local = {
    code: code.replace(/\D/g, '').length === 6 ? null : t('signatures.office.codeMissing'),
    typedName: typedName.trim() === '' ? t('signatures.office.nameMissing') : null,
  }
  const isWrong = local.code !== null || local.typedName !== null
  const form = useFieldErrors(isWrong ? null : sign.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (isWrong) return
    const { documentSha256 } = signature
    const { position } = party
    sign.mutate({ position, typedName: typedName.trim(), code, documentSha256 })
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t('signatures.office.sign')}
      isBusy={sign.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      {sign.error && !isWrong && !form.hasErrors && <ErrorBlock error={sign.error} />}
      <TextField
        name="code"
        inputMode="numeric"
        label={t('signatures.office.code')}
        hint={t('signatures.office.codeHint')}
        error={form.errorOf('code')}
        value={code}
        onChange={setCode}
      />
      <TextField
        name="typedName"
        label={t('signatures.office.name')}
        hint={t('signatures.office.nameHint', { name: party.printedName })}
        error={form.errorOf('typedName')}
        value={typedName}
        onChange={setName}
      />
    </Form>
  )
}
