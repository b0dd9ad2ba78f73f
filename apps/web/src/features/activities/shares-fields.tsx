import { Button } from '@mantine/core'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { TypedShare } from './convention-values.ts'
import { MemberSearch } from './member-search.tsx'

interface SharesFieldsProps {
  shares: readonly TypedShare[]
  form: FieldErrors
  onChange: (shares: readonly TypedShare[]) => void
}

/** Who shares the activity and what part is theirs; together they make the whole. */
export function SharesFields({ shares, form, onChange }: SharesFieldsProps) {
  const t = useT()
  const ofAll = form.errorOf('shares')
  const change = (index: number, percent: string) =>
    onChange(shares.map((share, at) => (at === index ? { ...share, percent } : share)))
  return (
    <fieldset className="plain-group" id="shares" tabIndex={-1}>
      <legend>{t('activities.form.shares')}</legend>
      <p className="dimmed">{t('activities.form.sharesHint')}</p>
      {ofAll !== null && <p className="activity-error">{ofAll}</p>}
      {shares.map((share, index) => (
        <div className="activity-share" key={share.personId}>
          <TextField
            name={`shares.${index}.sharePermille`}
            inputMode="decimal"
            label={t('activities.form.shareOf', { name: share.name })}
            value={share.percent}
            error={form.errorOf(`shares.${index}.sharePermille`)}
            onChange={(percent) => change(index, percent)}
          />
          <Button variant="subtle" onClick={() => onChange(shares.filter((_, at) => at !== index))}>
            {t('activities.form.remove', { name: share.name })}
          </Button>
        </div>
      ))}
      <MemberSearch
        taken={shares.map((share) => share.personId)}
        onChoose={(person) => onChange([...shares, { ...person, percent: '' }])}
      />
    </fieldset>
  )
}
