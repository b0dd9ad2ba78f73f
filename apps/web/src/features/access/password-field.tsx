import { useState } from 'react'
import type { FieldProps } from '../../ui/phone/field-frame.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useT } from '../../ui/phone/words.ts'

interface Props extends FieldProps {
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
}

/** A password that its owner may look at: typing blind on a phone is where passwords get lost. */
export function PasswordField(props: Props) {
  const t = useT()
  const [isShown, setShown] = useState(false)
  return (
    <>
      <TextField {...props} type={isShown ? 'text' : 'password'} />
      <label className="check">
        <input
          type="checkbox"
          checked={isShown}
          onChange={(event) => setShown(event.target.checked)}
        />
        {t('access.password.show')}
      </label>
    </>
  )
}
