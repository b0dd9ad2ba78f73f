import { Button } from '@mantine/core'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { MoneyField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { MOST_SUMS, NO_SUM, type SettlementDraft } from './use-settlement.ts'

/** What was paid at the end of a contract, sum by sum, for the receipt that lists it. */
export function SettlementFields(props: {
  draft: SettlementDraft
  form: FieldErrors
  onChange: (draft: SettlementDraft) => void
}) {
  const { draft, form, onChange } = props
  const t = useT()
  const put = (at: number, part: Partial<SettlementDraft['sums'][number]>) =>
    onChange({
      ...draft,
      sums: draft.sums.map((sum, index) => (index === at ? { ...sum, ...part } : sum)),
    })
  return (
    <fieldset className="settlement">
      <legend>{t('attestations.settlement.title')}</legend>
      <p className="dimmed">{t('attestations.settlement.hint')}</p>
      <TextField
        name="settlement.paidOn"
        type="date"
        label={t('attestations.settlement.paidOn')}
        value={draft.paidOn}
        onChange={(paidOn) => onChange({ ...draft, paidOn })}
        error={form.errorOf('settlement.paidOn')}
      />
      {draft.sums.map((sum, at) => (
        <div key={sum.key} className="settlement-sum">
          <TextField
            name={`settlement.sums.${at}.label`}
            label={t('attestations.settlement.label', { n: at + 1 })}
            value={sum.label}
            onChange={(label) => put(at, { label })}
            error={form.errorOf(`settlement.sums.${at}.label`)}
          />
          <MoneyField
            name={`settlement.sums.${at}.amountCents`}
            label={t('attestations.settlement.amount', { n: at + 1 })}
            value={sum.amount}
            onChange={(amount) => put(at, { amount })}
            error={form.errorOf(`settlement.sums.${at}.amountCents`)}
          />
          {draft.sums.length > 1 && (
            <Button
              variant="subtle"
              onClick={() =>
                onChange({ ...draft, sums: draft.sums.filter(({ key }) => key !== sum.key) })
              }
            >
              {t('attestations.settlement.remove', { n: at + 1 })}
            </Button>
          )}
        </div>
      ))}
      {draft.sums.length < MOST_SUMS && (
        <div>
          <Button
            variant="default"
            onClick={() =>
              onChange({ ...draft, sums: [...draft.sums, { ...NO_SUM, key: crypto.randomUUID() }] })
            }
          >
            {t('attestations.settlement.add')}
          </Button>
        </div>
      )}
      <p className="dimmed">{t('attestations.settlement.copies')}</p>
    </fieldset>
  )
}
