import { Button } from '@mantine/core'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { todayInZone } from '../../../lib/today.ts'
import { amountText } from '../../../ui/amount-text.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useNoteBankCredit } from './mutations.ts'
import type { Reviewed, ReviewLines } from './queries.ts'

interface BankFormProps {
  declarationId: string
  sale: ReviewLines['sales'][number]
  credit: Reviewed['bankCredits'][number] | undefined
  onDone: () => void
}

/** What the statement of the bank says of one sale, in euro. */
export function BankForm({ declarationId, sale, credit, onDone }: BankFormProps) {
  const t = useT()
  const locale = useLocale()
  const note = useNoteBankCredit(declarationId, sale.id)
  const [typed, setTyped] = useState({
    creditedText: credit === undefined ? '' : amountText(credit.creditedCents, 'EUR', locale),
    feeText: credit === undefined ? '' : amountText(credit.feeCents, 'EUR', locale),
    creditedOn: credit?.creditedOn ?? todayInZone(),
    reference: credit?.reference ?? '',
  })
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(note.error)
  const field = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    error: form.errorOf(name),
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  })
  const save = () => {
    setAttempt((n) => n + 1)
    afterWrite(note.mutateAsync(typed), onDone)
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('review.bank.save')}
      isBusy={note.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
      aside={
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      }
    >
      <TextField
        {...field('creditedText')}
        label={t('review.bank.creditedLabel')}
        hint={t('review.bank.creditedHint')}
        inputMode="decimal"
      />
      <TextField
        {...field('feeText')}
        isOptional
        label={t('review.bank.feeLabel')}
        hint={t('review.bank.feeHint')}
        inputMode="decimal"
      />
      <TextField {...field('creditedOn')} type="date" label={t('review.bank.creditedOn')} />
      <TextField {...field('reference')} isOptional label={t('review.bank.reference')} />
    </Form>
  )
}
