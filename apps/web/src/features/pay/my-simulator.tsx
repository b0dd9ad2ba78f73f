import { useQuery } from '@tanstack/react-query'
import { translate } from '@terreau/i18n/t'
import { type FormEvent, useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { amountText, readEuroCents } from '../../ui/amount-text.ts'
import { AmountField } from '../../ui/phone/amount-field.tsx'
import { Button } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { RadioChips } from '../../ui/phone/radio-chips.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { phoneWords, useT } from '../../ui/phone/words.ts'
import { EstimateInWords } from './estimate-in-words.tsx'
import { payQueries, type Wish } from './queries.ts'

type Door = 'budget' | 'net'
const STEP_CENTS = 1_000n

/** The two doors, one amount, the answer below it. */
export function MySimulator({ availableCents }: { availableCents: string | null }) {
  const t = useT()
  const locale = useLocale()
  const catalogue = phoneWords.useCatalogue()
  const [door, setDoor] = useState<Door>('budget')
  const [text, setText] = useState(amountText(availableCents ?? '', 'EUR', locale))
  const [asked, setAsked] = useState<{ wish: Wish; typed: string } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  // An answer is that of the amount on screen, never of the one before a change or a refused try.
  const typed = `${door} ${text}`
  const wish = asked?.typed === typed ? asked.wish : null
  const { data, error, refetch, isFetching } = useQuery(payQueries.own(wish))
  const isRefused = problemOf(error)?.code.startsWith('salary-amount') ?? false
  const refusal = useFieldErrors(isRefused ? error : null)
  const form = useFieldErrors(null, { amount: problem ?? refusal.lines[0]?.text })

  function ask(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (text.trim() === '') return setProblem(t('salaryPhone.empty'))
    const reading = readEuroCents(text, locale)
    if ('code' in reading) {
      return setProblem(translate(catalogue, locale, `lineErrors.${reading.code}`, reading.params))
    }
    setProblem(null)
    setAsked({ wish: { from: door, amountCents: reading.cents }, typed })
  }
  function move(byCents: bigint) {
    const reading = readEuroCents(text, locale)
    const from = 'cents' in reading ? BigInt(reading.cents) : 0n
    const next = from + byCents < 0n ? 0n : from + byCents
    setText(amountText(String(next), 'EUR', locale))
  }
  const label = door === 'budget' ? t('salaryPhone.budget.label') : t('salaryPhone.net.label')
  const hint = door === 'budget' ? t('salaryPhone.budget.hint') : t('salaryPhone.net.hint')
  return (
    <Page
      title={t('salaryPhone.title')}
      hint={t('salaryPhone.hint')}
      back="/moi/argent"
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <form noValidate onSubmit={ask}>
        <RadioChips
          name="door"
          legend={t('salaryPhone.door.legend')}
          value={door}
          onChange={setDoor}
          options={[
            { value: 'budget', label: t('salaryPhone.door.budget') },
            { value: 'net', label: t('salaryPhone.door.net') },
          ]}
        />
        <AmountField
          name="amount"
          label={label}
          hint={hint}
          error={form.errorOf('amount')}
          currency="EUR"
          value={text}
          onChange={setText}
        />
        <div className="simulator-steps">
          <Button type="button" look="secondary" onClick={() => move(-STEP_CENTS)}>
            {t('salaryPhone.less')}
          </Button>
          <Button type="button" look="secondary" onClick={() => move(STEP_CENTS)}>
            {t('salaryPhone.more')}
          </Button>
        </div>
        <Button>{t('salaryPhone.act')}</Button>
      </form>
      <div aria-live="polite">
        {isFetching && <Loading />}
        {error && !isRefused && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data && !isFetching && <EstimateInWords estimate={data} />}
      </div>
    </Page>
  )
}
