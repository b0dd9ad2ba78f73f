import { setSingleKeys, useSingleKeys } from '../../lib/single-keys.ts'
import { CheckField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'

/** One-letter shortcuts can be switched off on this device (WCAG 2.1.4). */
export function KeysSection() {
  const t = useT()
  const isOn = useSingleKeys()
  return (
    <section className="panel">
      <h2>{t('settings.security.keys.title')}</h2>
      <CheckField
        name="singleKeys"
        label={t('settings.security.keys.label')}
        hint={t('settings.security.keys.hint')}
        isChecked={isOn}
        onChange={setSingleKeys}
      />
    </section>
  )
}
