import { formatCents, formatDate } from '@terreau/i18n/format'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../../../lib/locale.ts'
import { fieldText } from '../../../../lib/problem-text.ts'
import { MoneyText } from '../../../../ui/money-text.tsx'
import { Button } from '../../../../ui/phone/button.tsx'
import { Notice } from '../../../../ui/phone/card.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { SummaryList } from '../../../../ui/phone/summary-list.tsx'
import { phoneWords, useT } from '../../../../ui/phone/words.ts'
import { checkRows } from '../check-rows.tsx'
import { type IncompleteLine, incompleteLines } from '../incomplete-lines.ts'
import { refusedLines } from '../refused-lines.ts'
import { totalEuros } from '../sale-words.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** Everything once more, then one button. */
export function CheckStep() {
  const t = useT()
  const locale = useLocale()
  const wizard = useWizard()
  const { state, view, words } = wizard
  const [attempt, setAttempt] = useState(0)
  const incomplete = attempt === 0 ? [] : incompleteLines(state.draft, view)
  const isBusy = state.isSendWaiting
  const hasSales = state.draft.hasSales !== false && state.draft.sales.length > 0
  const isNil = state.draft.hasSales === false
  const hasCosts = state.draft.expenses.length + state.draft.trips.length > 0
  const costs = hasCosts ? 'depenses/liste' : 'depenses'
  const send = () => {
    setAttempt(attempt + 1)
    if (isBusy || incompleteLines(state.draft, view).length > 0) return
    void wizard.keeper.send()
    wizard.go('fait')
  }
  const rows = checkRows(wizard, { t, locale })
  if (hasSales) {
    const total = String(totalEuros(state.draft, view))
    rows.push({ label: t('declarationsLines.total'), value: <MoneyText cents={total} /> })
  }
  return (
    <Page
      title={t('declarationsCheck.title', words)}
      hint={t('declarationsCheck.hint')}
      back={wizard.href(isNil ? '' : costs)}
      hasError={incomplete.length > 0 || state.problem !== null}
      summary={<Incomplete lines={incomplete} attempt={attempt} />}
    >
      {view.returned !== null && (
        <Notice look="attention">
          <p>
            <strong>{t('declarationsCheck.returned', { name: view.returned.by })}</strong>
          </p>
          <p>{view.returned.reason}</p>
          <p>{t('declarationsCheck.returnedHint')}</p>
        </Notice>
      )}
      {state.problem !== null && (
        <ProblemNotice error={state.problem}>
          <Refused problem={state.problem} />
        </ProblemNotice>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <SummaryList rows={rows} />
        {view.isRateDecided ? (
          <Remains cents={state.movementCents} />
        ) : (
          <p>{t('declarationsCheck.noRate')}</p>
        )}
        {!isNil && (
          <>
            <Link className="way" href={wizard.href(hasSales ? 'ventes' : '')}>
              {t('declarationsCheck.moreSales')}
            </Link>
            <br />
            <Link className="way" href={wizard.href(costs)}>
              {t('declarationsCheck.moreCosts')}
            </Link>
          </>
        )}
        <div className="sticky-act">
          <Button isBusy={isBusy}>{t('declarationsCheck.send', words)}</Button>
        </div>
      </form>
      <p className="hint">
        {view.daysLeft >= 0
          ? t('declarationsCheck.until', { date: formatDate(view.deadlineOn, locale) })
          : t('declarationsCheck.untilRead')}
      </p>
      <SavedLine />
    </Page>
  )
}

/** The lines that the server refused, each with what it says and the way to mend it. */
function Refused({ problem }: { problem: unknown }) {
  const t = useT()
  const { href } = useWizard()
  const locale = useLocale()
  const catalogue = phoneWords.useCatalogue()
  return (
    <ul>
      {refusedLines(problem).map(({ kind, n, step, field }) => (
        <li key={field.pointer}>
          <Link href={href(step)}>{t(`declarationsLines.${kind}Line`, { n })}</Link>
          <br />
          {fieldText(field, catalogue, locale)}
        </li>
      ))}
    </ul>
  )
}

function Remains({ cents }: { cents: string | null }) {
  const t = useT()
  const locale = useLocale()
  if (cents === null) return null
  const amount = BigInt(cents)
  return (
    <p>
      {amount >= 0n
        ? t('declarationsCheck.remains', { amount: formatCents(amount, locale) })
        : t('declarationsCheck.costs', { amount: formatCents(-amount, locale) })}
    </p>
  )
}

/** Lines to complete before sending; focus comes here at each refused try. */
function Incomplete({ lines, attempt }: { lines: readonly IncompleteLine[]; attempt: number }) {
  const t = useT()
  const { href } = useWizard()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt >= 0) box.current?.focus()
  }, [attempt])
  if (lines.length === 0) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>{t('common.error.summaryTitle')}</h2>
      <ul>
        {lines.map(({ kind, n, step }) => (
          <li key={step}>
            <Link href={href(step)}>
              {t('declarationsCheck.incomplete', {
                line: t(`declarationsLines.${kind}Line`, { n }),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
