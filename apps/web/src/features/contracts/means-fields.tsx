import { Button } from '@mantine/core'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { emptyMeans, type MeansValues } from './contract-values.ts'

interface MeansFieldsProps {
  values: { means: readonly MeansValues[] }
  onChange: (change: { means: readonly MeansValues[] }) => void
  form: FieldErrors
}

/** What the cooperative puts at hand: as many means as there are. */
export function MeansFields({ values, onChange, form }: MeansFieldsProps) {
  const t = useT()
  const { means } = values
  const change = (index: number, part: Partial<MeansValues>) =>
    onChange({ means: means.map((item, at) => (at === index ? { ...item, ...part } : item)) })
  const add = () => {
    onChange({ means: [...means, emptyMeans()] })
    window.setTimeout(() => document.getElementById(fieldId(means.length, 'name'))?.focus(), 0)
  }
  return (
    <>
      <h2>{t('contracts.form.means')}</h2>
      {means.map((item, index) => (
        <fieldset className="means-item" key={item.key}>
          <legend>{t('contracts.form.meansItem', { n: index + 1 })}</legend>
          <TextField
            name={fieldId(index, 'name')}
            label={t('contracts.form.meansName')}
            value={item.name}
            error={form.errorOf(fieldId(index, 'name'))}
            onChange={(name) => change(index, { name })}
          />
          <TextField
            name={fieldId(index, 'amount')}
            label={t('contracts.form.meansAmount')}
            value={item.amount}
            error={form.errorOf(fieldId(index, 'amount'))}
            onChange={(amount) => change(index, { amount })}
          />
          <TextField
            name={fieldId(index, 'conditions')}
            label={t('contracts.form.meansConditions')}
            value={item.conditions}
            error={form.errorOf(fieldId(index, 'conditions'))}
            onChange={(conditions) => change(index, { conditions })}
          />
          {means.length > 1 && (
            <Button
              variant="default"
              onClick={() => onChange({ means: means.filter((_, at) => at !== index) })}
            >
              {t('contracts.form.removeMeans', { n: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button variant="default" onClick={add}>
          {t('contracts.form.addMeans')}
        </Button>
      </div>
    </>
  )
}

function fieldId(index: number, name: 'name' | 'amount' | 'conditions'): string {
  return `terms.means.${index}.${name}`
}
