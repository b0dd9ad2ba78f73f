import { EXPENSE_ACT_NAMES, type ExpenseAct, mayAct } from '@terreau/domain/expenses/settlement'
import { formatCents } from '@terreau/i18n/format'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useNoteExpenses } from './mutations.ts'
import type { Expense } from './queries.ts'

/** What is noted about the chosen lines: only what all of them allow is offered. */
export function SettleForm({ rows, onDone }: { rows: readonly Expense[]; onDone: () => void }) {
  const t = useT()
  const locale = useLocale()
  const note = useNoteExpenses()
  const acts = EXPENSE_ACT_NAMES.filter((act) => rows.every((row) => mayAct(act, settledOf(row))))
  const usual: ExpenseAct | undefined = acts.includes('pay') ? 'pay' : acts[0]
  const [wanted, setWanted] = useState('')
  const [doneOn, setDoneOn] = useState(todayInZone())
  const [reference, setReference] = useState('')
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(note.error, {})
  const act = acts.find((one) => one === wanted) ?? usual
  const total = rows.reduce((sum, row) => sum + BigInt(row.amountCents), 0n)
  const title = t('expenses.chosen', { count: rows.length, amount: formatCents(total, locale) })
  if (act === undefined) {
    return (
      <p className="panel" role="status">
        {title} {t('expenses.noAct')}
      </p>
    )
  }
  const save = () => {
    setAttempt((n) => n + 1)
    const lines = rows.map(({ declarationId, lineId }) => ({ declarationId, lineId }))
    afterWrite(note.mutateAsync({ act, lines, doneOn, reference }), onDone)
  }
  return (
    <section className="panel" aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      <Form
        onSubmit={save}
        submitLabel={t('expenses.save')}
        isBusy={note.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="act"
          label={t('expenses.act.label')}
          value={act}
          onChange={setWanted}
          options={acts.map((value) => ({ value, label: t(`expenses.act.${value}`) }))}
        />
        <TextField
          name="doneOn"
          type="date"
          label={t('expenses.doneOn')}
          error={form.errorOf('doneOn')}
          value={doneOn}
          onChange={setDoneOn}
        />
        <TextField
          name="reference"
          isOptional
          label={t('expenses.reference')}
          hint={t('expenses.referenceHint')}
          value={reference}
          onChange={setReference}
        />
      </Form>
    </section>
  )
}

function settledOf(row: Expense) {
  return {
    kind: row.kind,
    isApproved: row.approval !== null,
    isPaid: row.payment !== null,
    isReceiptSeen: row.receipt.seen !== null,
  }
}
