import { LongTextField, MoneyField, RadioField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type ContractFieldsProps, fieldOf } from './contract-fields.ts'
import { MeansFields } from './means-fields.tsx'

/** The contents that article R127-1 of the commercial code demands, in its order. */
export function TermsFields(props: ContractFieldsProps) {
  return (
    <>
      <ProgrammeFields {...props} />
      <MeansFields {...props} />
      <ThirdPartiesFields {...props} />
      <InformationFields {...props} />
    </>
  )
}

function ProgrammeFields(props: ContractFieldsProps) {
  const t = useT()
  const field = fieldOf(props)
  return (
    <>
      <h2>{t('contracts.form.programme')}</h2>
      <LongTextField
        {...field('terms.programme.objectives', 'objectives')}
        label={t('contracts.form.objectives')}
        hint={t('contracts.form.oneByLine')}
      />
      <LongTextField
        {...field('terms.programme.steps', 'steps')}
        label={t('contracts.form.steps')}
        hint={t('contracts.form.oneByLine')}
      />
      <TextField
        {...field('terms.activityStartsOn', 'activityStartsOn')}
        type="date"
        label={t('contracts.form.activityStartsOn')}
        hint={t('contracts.form.activityStartsOnHint')}
        isOptional
      />
      <ExtraCommitments {...props} />
    </>
  )
}

const EXTRA = ['coopBefore', 'personBefore', 'coopAfter', 'personAfter'] as const

function ExtraCommitments(props: ContractFieldsProps) {
  const t = useT()
  const field = fieldOf(props)
  const hasSome = EXTRA.some((name) => props.values[name] !== '')
  return (
    <details className="extra-commitments" open={hasSome}>
      <summary>
        {t('contracts.form.extra')} {t('common.optional')}
      </summary>
      <div>
        {EXTRA.map((name) => (
          <LongTextField
            key={name}
            {...field(`terms.extraCommitments.${name}`, name)}
            label={t(`contracts.form.${name}`)}
            hint={t('contracts.form.oneByLine')}
          />
        ))}
      </div>
    </details>
  )
}

function ThirdPartiesFields(props: ContractFieldsProps) {
  const t = useT()
  const field = fieldOf(props)
  return (
    <>
      <h2>{t('contracts.form.thirdParties')}</h2>
      <TextField
        {...field('terms.thirdParties.nature', 'nature')}
        label={t('contracts.form.nature')}
        hint={t('contracts.form.natureHint')}
      />
      <MoneyField
        {...field('terms.thirdParties.maximumCents', 'maximum')}
        label={t('contracts.form.maximum')}
      />
      <RadioField
        {...field('terms.thirdParties.finalBearer', 'finalBearer')}
        label={t('contracts.form.finalBearer')}
        onChange={(text) =>
          props.onChange({ finalBearer: text === 'cooperative' ? 'cooperative' : 'activity' })
        }
        options={[
          { value: 'activity', label: t('contracts.form.bearerActivity') },
          { value: 'cooperative', label: t('contracts.form.bearerCooperative') },
        ]}
      />
    </>
  )
}

function InformationFields(props: ContractFieldsProps) {
  const t = useT()
  const field = fieldOf(props)
  return (
    <>
      <h2>{t('contracts.form.information')}</h2>
      <TextField
        {...field('terms.declarationDueDay', 'dueDay')}
        label={t('contracts.form.dueDay')}
        hint={t('contracts.form.dueDayHint')}
        inputMode="numeric"
      />
      <TextField
        {...field('terms.noticeDays', 'noticeDays')}
        label={t('contracts.form.noticeDays')}
        inputMode="numeric"
      />
      <MoneyField
        {...field('terms.monthlyPayBeforeCents', 'payBefore')}
        label={t('contracts.form.payBefore')}
        hint={t('contracts.form.payBeforeHint')}
        isOptional
      />
    </>
  )
}
