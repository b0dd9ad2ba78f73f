import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { CopyButton } from './copy-button.tsx'
import { type Life, useRegister } from './queries.ts'

const EFFECTS = ['liability', 'invoices', 'mention', 'bodies'] as const

/** The mention that papers of a CAPE bear (R127-3), and the registration of the business (L127-4). */
export function CapePanels({ contractId, life }: { contractId: string; life: Life }) {
  const t = useT()
  const { papersMention } = life
  return (
    <>
      {papersMention !== null && (
        <section className="panel" aria-labelledby="mention">
          <h2 id="mention">{t('contractLife.mention.title')}</h2>
          <p>{t('contractLife.mention.intro')}</p>
          <p className="ready-text" lang="fr">
            {papersMention}
          </p>
          <p className="contract-acts">
            <CopyButton text={papersMention} label={t('contractLife.mention.copy')} />
          </p>
        </section>
      )}
      <Registration contractId={contractId} life={life} />
    </>
  )
}

function Registration({ contractId, life }: { contractId: string; life: Life }) {
  const t = useT()
  const locale = useLocale()
  const mayWrite = useCan('contract.create')
  const { registration } = life
  if (registration === null && !(mayWrite && life.isInForce)) return null
  return (
    <section className="panel" aria-labelledby="registration">
      <h2 id="registration">{t('contractLife.registration.title')}</h2>
      {registration ? (
        <p>
          {t('contractLife.registration.done', {
            date: formatDate(registration.registeredOn, locale),
            siren: registration.siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0'),
          })}
        </p>
      ) : (
        <details className="life-detail">
          <summary>{t('contractLife.registration.intro')}</summary>
          <RegistrationForm contractId={contractId} />
        </details>
      )}
      <h3>{t('contractLife.registration.effects')}</h3>
      <ul>
        {EFFECTS.map((effect) => (
          <li key={effect}>{t(`contractLife.registration.effect.${effect}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function RegistrationForm({ contractId }: { contractId: string }) {
  const t = useT()
  const [registeredOn, setRegisteredOn] = useState(todayInZone())
  const [siren, setSiren] = useState('')
  const [attempt, setAttempt] = useState(0)
  const register = useRegister(contractId)
  const form = useFieldErrors(register.error, {
    registeredOn: attempt > 0 && registeredOn === '' ? t('contractLife.date.missing') : null,
    siren: attempt > 0 && siren.trim() === '' ? t('fieldErrors.siren-wrong') : null,
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (registeredOn !== '' && siren.trim() !== '') register.mutate({ registeredOn, siren })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('contractLife.registration.record')}
      isBusy={register.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name="registeredOn"
        type="date"
        label={t('contractLife.registration.registeredOn')}
        error={form.errorOf('registeredOn')}
        value={registeredOn}
        onChange={setRegisteredOn}
      />
      <TextField
        name="siren"
        inputMode="numeric"
        label={t('contractLife.registration.siren')}
        error={form.errorOf('siren')}
        value={siren}
        onChange={setSiren}
      />
    </Form>
  )
}
