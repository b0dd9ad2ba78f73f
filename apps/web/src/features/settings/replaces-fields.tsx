import { useQuery } from '@tanstack/react-query'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { settingsQueries } from './queries.ts'
import type { SchemeValues } from './scheme-form.ts'

interface Props {
  values: SchemeValues
  form: FieldErrors
  onChange: (part: Partial<SchemeValues>) => void
}

/** A rate changes for everybody at once: the new rule says which one it follows, and from when. */
export function ReplacesFields({ values, form, onChange }: Props) {
  const t = useT()
  const { data = [] } = useQuery(settingsQueries.schemes())
  const free = data.filter((scheme) => scheme.replacedBy === null)
  if (free.length === 0) return null
  return (
    <>
      <SelectField
        name="replaces.schemeId"
        label={t('schemes.replaces')}
        hint={t('schemes.replacesHint')}
        value={values.replaces}
        error={form.errorOf('replaces.schemeId')}
        onChange={(replaces) => onChange({ replaces })}
        options={[
          { value: '', label: t('schemes.replacesNone') },
          ...free.map((scheme) => ({ value: scheme.id, label: scheme.code })),
        ]}
      />
      {values.replaces !== '' && (
        <TextField
          name="replaces.fromMonth"
          type="month"
          label={t('schemes.fromMonth')}
          value={values.fromMonth}
          error={form.errorOf('replaces.fromMonth')}
          onChange={(fromMonth) => onChange({ fromMonth })}
        />
      )}
    </>
  )
}
