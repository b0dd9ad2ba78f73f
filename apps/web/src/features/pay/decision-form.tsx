import { fullName } from '@terreau/domain/names/full-name'
import { translate } from '@terreau/i18n/t'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { readEuroCents } from '../../ui/amount-text.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { MoneyField, RadioField, SelectField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { staffWords, useT } from '../../ui/staff/words.ts'
import { useDecide, type VariableLine } from './queries.ts'

interface DecisionFormProps {
  month: string
  lines: readonly VariableLine[]
}

/** The gross of an advance, or of a balance; zero takes it back. Typed text stays when it is refused. */
export function DecisionForm({ month, lines }: DecisionFormProps) {
  const t = useT()
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  const decide = useDecide(month)
  const [contractId, setContractId] = useState(lines[0]?.contractId ?? '')
  const [kind, setKind] = useState<'advance' | 'balance'>('advance')
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(null, { gross: error })
  const save = () => {
    const reading = readEuroCents(text, locale)
    setAttempt(attempt + 1)
    if ('code' in reading) {
      setError(translate(catalogue, locale, `fieldErrors.${reading.code}`, reading.params))
      return
    }
    setError(null)
    afterWrite(decide.mutateAsync({ contractId, kind, grossCents: reading.cents }), () =>
      setText(''),
    )
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('pay.variable.save')}
      isBusy={decide.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <SavedNotice>{decide.isSuccess && t('pay.variable.saved')}</SavedNotice>
      {decide.error && <ErrorBlock error={decide.error} />}
      <SelectField
        name="contractId"
        label={t('pay.variable.who')}
        value={contractId}
        onChange={setContractId}
        options={lines.map((line) => ({
          value: line.contractId,
          label: `${fullName(line)}, ${line.contractNumber}`,
        }))}
      />
      <RadioField
        name="kind"
        label={t('pay.variable.kind')}
        value={kind}
        onChange={(value) => setKind(value === 'balance' ? 'balance' : 'advance')}
        options={[
          { value: 'advance', label: t('pay.variable.advance') },
          { value: 'balance', label: t('pay.variable.balance') },
        ]}
      />
      <MoneyField
        name="gross"
        label={t('pay.variable.gross')}
        hint={t('pay.variable.grossHint')}
        value={text}
        error={form.errorOf('gross')}
        onChange={setText}
      />
    </Form>
  )
}
