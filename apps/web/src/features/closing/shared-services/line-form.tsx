import { Button } from '@mantine/core'
import {
  SHARED_SERVICES_NATURES,
  type SharedServicesSide,
  sideOfNature,
} from '@terreau/domain/ledger/shared-services'
import { useEffect, useRef, useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { amountText, readEuroCents } from '../../../ui/amount-text.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { MoneyField, RadioField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type Account, type Line, useRemoveLine, useSaveLine } from './queries.ts'

/** Ten billion euros, in cents: what the API takes at most for one line. */
const MOST_CENTS = 1_000_000_000_000n

interface LineFormProps {
  account: Account
  /** The line to change; null to add one. */
  before: Line | null
  onDone: (done: 'saved' | 'removed') => void
  onCancel: () => void
}

/** Adds, changes or takes out a charge or a resource that the ledger does not know. */
export function LineForm({ account, before, onDone, onCancel }: LineFormProps) {
  const t = useT()
  const locale = useLocale()
  const { firstMonth } = account
  const [side, setSide] = useState<SharedServicesSide>(
    before === null ? 'charge' : sideOfNature(before.nature),
  )
  const [nature, setNature] = useState(before?.nature ?? naturesOf('charge', account)[0])
  const [label, setLabel] = useState(before?.label ?? '')
  const [amount, setAmount] = useState(
    before === null ? '' : amountText(before.amountCents, 'EUR', locale),
  )
  const [source, setSource] = useState(before?.source ?? '')
  const [attempt, setAttempt] = useState(0)
  const save = useSaveLine(firstMonth, before, () => onDone('saved'))
  const remove = useRemoveLine(firstMonth, () => onDone('removed'))
  const read = readAmount(amount, locale)
  const local = {
    amountCents: read.wrong === null ? null : t(`sharedServices.line.${read.wrong}`),
    source: source.trim() === '' ? t('sharedServices.line.sourceMissing') : null,
  }
  const isWrong = Object.values(local).some((error) => error !== null)
  const form = useFieldErrors(
    isWrong ? null : (save.error ?? remove.error),
    attempt > 0 ? local : {},
  )
  // The line stands in a table above: whoever changes it is led to its form.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (before !== null) heading.current?.focus()
  }, [before])
  const submit = () => {
    setAttempt((n) => n + 1)
    if (isWrong || nature === undefined) return
    const body = { nature, label: label.trim(), amountCents: read.cents, source: source.trim() }
    save.mutate(body)
  }
  const chooseSide = (chosen: string) => {
    const next = chosen === 'resource' ? 'resource' : 'charge'
    setSide(next)
    setNature(naturesOf(next, account)[0])
  }
  return (
    <section aria-labelledby="line-form">
      <h2 id="line-form" ref={heading} tabIndex={-1}>
        {before === null
          ? t('sharedServices.line.add')
          : t('sharedServices.line.change', {
              name: before.label || t(`sharedServices.nature.${before.nature}`),
            })}
      </h2>
      <p>{t('sharedServices.line.intro')}</p>
      <Form
        onSubmit={submit}
        submitLabel={t(`sharedServices.line.${before === null ? 'add' : 'save'}`)}
        isBusy={save.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          before !== null && (
            <>
              <Button variant="subtle" onClick={onCancel}>
                {t('sharedServices.line.cancel')}
              </Button>
              <Button
                variant="default"
                loading={remove.isPending}
                onClick={() => remove.mutate(before.id)}
              >
                {t('sharedServices.line.remove')}
              </Button>
            </>
          )
        }
      >
        <RadioField
          name="side"
          label={t('sharedServices.line.side')}
          value={side}
          onChange={chooseSide}
          options={(['charge', 'resource'] as const).map((value) => ({
            value,
            label: t(`sharedServices.line.${value}`),
          }))}
        />
        <SelectField
          name="nature"
          label={t('sharedServices.line.nature')}
          value={nature ?? ''}
          onChange={(chosen) => setNature(SHARED_SERVICES_NATURES.find((one) => one === chosen))}
          options={naturesOf(side, account).map((value) => ({
            value,
            label: t(`sharedServices.nature.${value}`),
          }))}
          error={form.errorOf('nature')}
        />
        <TextField
          name="label"
          label={t('sharedServices.line.label')}
          hint={t('sharedServices.line.labelHint')}
          isOptional
          maxLength={120}
          value={label}
          onChange={setLabel}
          error={form.errorOf('label')}
        />
        <MoneyField
          name="amountCents"
          label={t('sharedServices.line.amount')}
          value={amount}
          onChange={setAmount}
          error={form.errorOf('amountCents')}
        />
        <TextField
          name="source"
          label={t('sharedServices.line.source')}
          hint={t('sharedServices.line.sourceHint')}
          maxLength={200}
          value={source}
          onChange={setSource}
          error={form.errorOf('source')}
        />
      </Form>
    </section>
  )
}

/** Contributions of earlier months are a resource only where the year has months that are not kept here. */
function naturesOf(side: SharedServicesSide, { months }: Account) {
  const hasMonthsBefore = months.some(({ state }) => state === 'before')
  return SHARED_SERVICES_NATURES.filter(
    (nature) =>
      sideOfNature(nature) === side && (nature !== 'contributions_before' || hasMonthsBefore),
  )
}

function readAmount(
  text: string,
  locale: 'fr' | 'en',
): { cents: string; wrong: 'amountMissing' | 'amountTooLarge' | null } {
  const reading = readEuroCents(text, locale)
  if (!('cents' in reading) || BigInt(reading.cents) <= 0n)
    return { cents: '', wrong: 'amountMissing' }
  const wrong = BigInt(reading.cents) > MOST_CENTS ? 'amountTooLarge' : null
  return { cents: reading.cents, wrong }
}
