import { Button } from '@mantine/core'
import { DATED_SETTINGS, type SettingKey } from '@terreau/domain/settings/dated-settings'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { AskedNotice } from '../../ui/staff/asked-notice.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useEnterSetting } from './mutations.ts'
import { type Reading, readSettingValue } from './setting-value.ts'

interface Props {
  settingKey: SettingKey
  name: string
  onDone: () => void
}

/** A new value and the day it starts. The old ones stay in the table above. */
export function ValueForm({ settingKey, name, onDone }: Props) {
  const t = useT()
  const locale = useLocale()
  const [value, setValue] = useState('')
  const [validFrom, setValidFrom] = useState(todayInZone())
  const [source, setSource] = useState('')
  const [attempt, setAttempt] = useState(0)
  const enter = useEnterSetting()
  const reading = readSettingValue(settingKey, value, locale)
  const words = useSlipWords()
  const local = {
    value: 'code' in reading ? words(reading) : null,
    validFrom:
      validFrom === '' ? t('settings.missing', { label: t('settings.values.validFrom') }) : null,
    source:
      source.trim() === '' ? t('settings.missing', { label: t('settings.values.source') }) : null,
  }
  const form = useFieldErrors(enter.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (!('value' in reading) || local.validFrom !== null || local.source !== null) return
    const body = { key: settingKey, value: reading.value, validFrom, source }
    afterWrite(enter.mutateAsync(body), (approvalId) => {
      if (approvalId === null) onDone()
    })
  }
  return (
    <section aria-label={t('settings.values.enter', { name })}>
      <AskedNotice approvalId={enter.data} />
      <Form
        onSubmit={save}
        submitLabel={t('settings.save')}
        isBusy={enter.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <Button variant="subtle" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        }
      >
        <TextField
          name="value"
          label={t(`settings.values.value.${DATED_SETTINGS[settingKey].unit}`)}
          inputMode="decimal"
          value={value}
          onChange={setValue}
          error={form.errorOf('value')}
        />
        <TextField
          name="validFrom"
          type="date"
          label={t('settings.values.validFrom')}
          {...(settingKey === 'financial_year_first_month' && {
            hint: t('settings.values.yearHint'),
          })}
          value={validFrom}
          onChange={setValidFrom}
          error={form.errorOf('validFrom')}
        />
        <TextField
          name="source"
          label={t('settings.values.source')}
          hint={t('settings.values.sourceHint')}
          value={source}
          onChange={setSource}
          error={form.errorOf('source')}
        />
      </Form>
    </section>
  )
}

function useSlipWords(): (slip: Extract<Reading, { code: string }>) => string {
  const t = useT()
  return ({ code }) => {
    if (code === 'bounds') return t('fieldErrors.setting-out-of-bounds')
    if (code === 'rate') return t('settings.values.wrongRate')
    if (code === 'days') return t('settings.values.wrongDays')
    if (code === 'months') return t('settings.values.wrongMonths')
    if (code === 'yesNo') return t('settings.values.wrongYesNo')
    if (code === 'monthOfYear') return t('settings.values.wrongMonthOfYear')
    if (code === 'count') return t('settings.values.wrongCount')
    return code === 'day' ? t('settings.values.wrongDay') : t('fieldErrors.amount-empty')
  }
}
