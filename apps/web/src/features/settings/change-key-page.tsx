import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { CheckField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useRotateSigningKey } from './mutations.ts'

const SIGNING = '/gestion/reglages/signature'

/** A new signing key from now on: what happens to what the old one signed. */
export function ChangeKeyPage() {
  const t = useT()
  const [, goTo] = useLocation()
  const purpose = useParams().purpose === 'document' ? 'document' : 'facts'
  const [isLeaked, setLeaked] = useState(false)
  const rotate = useRotateSigningKey()
  return (
    <ConfirmPage
      title={t(`settings.signing.change.${purpose}`)}
      consequences={[
        t('settings.signing.consequences.now'),
        isLeaked
          ? t('settings.signing.consequences.leaked')
          : t('settings.signing.consequences.before'),
        ...(purpose === 'document' ? [t('settings.signing.consequences.made')] : []),
      ]}
      confirmLabel={t('settings.signing.confirm')}
      cancelHref={SIGNING}
      isBusy={rotate.isPending}
      error={rotate.error}
      isDangerous={isLeaked}
      onConfirm={() => afterWrite(rotate.mutateAsync({ purpose, isLeaked }), () => goTo(SIGNING))}
    >
      <CheckField
        name="isLeaked"
        label={t('settings.signing.isLeaked')}
        hint={t('settings.signing.isLeakedHint')}
        isChecked={isLeaked}
        onChange={setLeaked}
      />
    </ConfirmPage>
  )
}
