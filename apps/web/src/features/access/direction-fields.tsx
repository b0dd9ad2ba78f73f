import { TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import type { BoundField, InstallationField } from './installation-form.ts'
import { PasswordField } from './password-field.tsx'

/** The first account: whoever sets the cooperative up directs it. */
export function DirectionFields({ field }: { field: (name: InstallationField) => BoundField }) {
  const t = useT()
  return (
    <fieldset className="part">
      <legend>{t('access.installation.direction')}</legend>
      <TextField {...field('direction.displayName')} autoComplete="name" />
      <TextField
        {...field('direction.email')}
        type="email"
        inputMode="email"
        autoComplete="username"
      />
      <PasswordField
        {...field('direction.password')}
        autoComplete="new-password"
        hint={t('access.installation.passwordHint')}
      />
    </fieldset>
  )
}
