import { formatCents } from '@terreau/i18n/format'
import { translate } from '@terreau/i18n/t'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { amountText, readEuroCents } from '../../../ui/amount-text.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { MoneyField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { staffWords, useT } from '../../../ui/staff/words.ts'
import { type Life, useNoteFixedPart } from './queries.ts'

interface FixedPartProps {
  contractId: string
  life: Life
  noted: NonNullable<Life['paperFixedPart']>
}

/** The fixed part of a CESA that was signed elsewhere: read on its paper, owed each month (R7331-11). */
export function FixedPartPanel(props: FixedPartProps) {
  const { cents } = props.noted
  const t = useT()
  const locale = useLocale()
  const mayWrite = useCan('contract.create')
  return (
    <section className="panel" aria-labelledby="fixed-part">
      <h2 id="fixed-part">{t('contractLife.fixedPart.title')}</h2>
      <p>
        {cents === null
          ? t('contractLife.fixedPart.unknown')
          : t('contractLife.fixedPart.noted', { amount: formatCents(BigInt(cents), locale) })}
      </p>
      {mayWrite && (
        <details className="life-detail" key={props.life.version} open={cents === null}>
          <summary>
            {t(cents === null ? 'contractLife.fixedPart.note' : 'contractLife.fixedPart.correct')}
          </summary>
          <NoteForm {...props} />
        </details>
      )}
    </section>
  )
}

function NoteForm({ contractId, life, noted }: FixedPartProps) {
  const t = useT()
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  const note = useNoteFixedPart(contractId, life.version)
  const [text, setText] = useState(() => amountText(noted.cents ?? '', 'EUR', locale))
  const [error, setError] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(error === null ? note.error : null, { fixedPartCents: error })
  const save = () => {
    setAttempt((n) => n + 1)
    const reading = readEuroCents(text, locale)
    if ('code' in reading)
      return setError(translate(catalogue, locale, `fieldErrors.${reading.code}`, reading.params))
    setError(null)
    note.mutate({ fixedPartCents: reading.cents })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('contractLife.fixedPart.save')}
      isBusy={note.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <MoneyField
        name="fixedPartCents"
        label={t('contractLife.fixedPart.gross')}
        hint={t('contractLife.fixedPart.hint')}
        error={form.errorOf('fixedPartCents')}
        value={text}
        onChange={setText}
      />
    </Form>
  )
}
