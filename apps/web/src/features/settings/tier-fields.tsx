import { Button } from '@mantine/core'
import { MOST_TIERS } from '@terreau/domain/contributions/scheme'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { MoneyField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { emptyTier, type SchemeValues, type TypedTier } from './scheme-form.ts'

interface Props {
  tiers: SchemeValues['tiers']
  form: FieldErrors
  onChange: (tiers: SchemeValues['tiers']) => void
}

/** Tiers rise; the last one has no end. */
export function TierFields({ tiers, form, onChange }: Props) {
  const t = useT()
  const change = (index: number, part: Partial<TypedTier>) =>
    onChange(tiers.map((tier, at) => (at === index ? { ...tier, ...part } : tier)))
  const ofAll = form.errorOf('tiers')
  return (
    <fieldset className="plain-group" id="tiers" tabIndex={-1}>
      <legend>{t('schemes.tiers')}</legend>
      {ofAll !== null && <p className="settings-error">{ofAll}</p>}
      {tiers.map((tier, index) => (
        <div className="settings-tier" key={tier.id}>
          <MoneyField
            name={`tiers.${index}.upToCents`}
            label={t('schemes.tierUpTo', { n: index + 1 })}
            hint={index === tiers.length - 1 ? t('schemes.tierLast') : undefined}
            value={tier.upTo}
            error={form.errorOf(`tiers.${index}.upToCents`)}
            onChange={(upTo) => change(index, { upTo })}
          />
          <TextField
            name={`tiers.${index}.rateBp`}
            inputMode="decimal"
            label={t('schemes.tierRate', { n: index + 1 })}
            value={tier.rate}
            error={form.errorOf(`tiers.${index}.rateBp`)}
            onChange={(rate) => change(index, { rate })}
          />
        </div>
      ))}
      <div className="form-actions">
        {tiers.length < MOST_TIERS && (
          <Button variant="default" onClick={() => onChange([...tiers, emptyTier()])}>
            {t('schemes.addTier')}
          </Button>
        )}
        {tiers.length > 1 && (
          <Button variant="subtle" onClick={() => onChange(tiers.slice(0, -1))}>
            {t('schemes.removeTier')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
