import { LANGUAGES } from '@terreau/domain/pipeline/facts'
import { languageName } from '@terreau/i18n/language-name'
import { useId } from 'react'
import { firstUpper } from '../../../lib/first-upper.ts'
import { useLocale } from '../../../lib/locale.ts'
import { FieldError, type FieldProps } from '../../../ui/phone/field-frame.tsx'

interface LanguageChipsProps extends FieldProps {
  /** 'fr,wo': codes with commas. */
  value: string
  onChange: (value: string) => void
}

/** The languages somebody speaks, as many as they like. */
export function LanguageChips({ name, label, hint, error, value, onChange }: LanguageChipsProps) {
  const locale = useLocale()
  const base = useId()
  const chosen = value.split(',').filter((code) => code !== '')
  const toggle = (code: string) =>
    onChange(
      (chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]).join(','),
    )
  const hasError = typeof error === 'string'
  return (
    <fieldset
      className={hasError ? 'field invalid' : 'field'}
      aria-describedby={hasError ? `${base}error` : undefined}
    >
      <legend>{label}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {hasError && <FieldError id={`${base}error`} error={error} />}
      <div className="chips">
        {LANGUAGES.map((code, index) => (
          <label className="chip" key={code} htmlFor={index === 0 ? name : `${name}-${code}`}>
            <input
              id={index === 0 ? name : `${name}-${code}`}
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() => toggle(code)}
            />
            <span>{firstUpper(languageName(code, locale))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
