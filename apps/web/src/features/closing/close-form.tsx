import { nextMonth, yearMonth } from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { AskedNotice } from '../../ui/staff/asked-notice.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { CheckField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { AskToClose } from './ask-to-close.tsx'
import { useAskToClose, useCloseMonth } from './mutations.ts'
import type { Check } from './queries.ts'
import { stepHref } from './steps.ts'
import { usePrimaryKey } from './use-primary-key.ts'

interface CloseFormProps {
  month: string
  checks: readonly Check[]
  activities: number
}

/** Never a disabled button: what blocks is said, and focus goes there. */
export function CloseForm({ month, checks, activities }: CloseFormProps) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [sendMails, setSendMails] = useState(true)
  const [isChecked, setChecked] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const close = useCloseMonth(month, () => navigate(stepHref(month, 'progress')))
  const warnings = checks.filter((check) => check.level === 'warning').length
  const blocking = checks.filter((check) => check.level === 'blocking')
  const mustCheck = warnings > 0 && !isChecked
  const ask = useAskToClose(month)
  // Nothing is asked of anybody before the person has read that another one has to agree.
  const needsTwo = problemOf(close.error)?.code === 'second-person-needed'
  const isAsking = needsTwo && !ask.isSuccess
  const form = useFieldErrors(needsTwo ? null : close.error, {
    blocking: attempt > 0 ? blockingText(blocking, t) : null,
    checked: attempt > 0 && mustCheck ? t('closing.close.checkedMissing') : null,
  })
  const submit = () => {
    if (close.isPending || needsTwo) return
    setAttempt((count) => count + 1)
    if (blocking.length > 0 || mustCheck) return
    close.mutate({ sendMails })
  }
  usePrimaryKey(submit)
  return (
    <>
      <h2>{t('closing.close.title')}</h2>
      <AskedNotice approvalId={ask.data?.approvalId} />
      {isAsking && (
        <AskToClose
          month={month}
          isBusy={ask.isPending}
          error={ask.error}
          onAsk={() => ask.mutate({ sendMails })}
          onCancel={close.reset}
        />
      )}
      {!needsTwo && (
        <Form
          onSubmit={submit}
          submitLabel={t('closing.close.submit', { month: formatMonth(month, locale) })}
          isBusy={close.isPending}
          summary={<ErrorSummary form={form} attempt={attempt} />}
          aside={<Link href={stepHref(month, 'preview')}>{t('common.back')}</Link>}
        >
          <Consequences month={month} activities={activities} sendMails={sendMails} />
          <p id="blocking" tabIndex={-1}>
            <Link href={stepHref(month, 'checks')}>{t('closing.close.seeAlerts')}</Link>
          </p>
          <CheckField
            name="sendMails"
            label={t('closing.close.sendMails')}
            isChecked={sendMails}
            onChange={setSendMails}
          />
          {warnings > 0 && (
            <CheckField
              name="checked"
              label={t('closing.close.checked', { count: warnings })}
              error={form.errorOf('checked')}
              isChecked={isChecked}
              onChange={setChecked}
            />
          )}
        </Form>
      )}
    </>
  )
}

/** One line for all that blocks: it leads to the checks. */
function blockingText(blocking: readonly Check[], t: ReturnType<typeof useT>): string {
  return blocking.map(({ code, count }) => t(`closing.check.${code}.title`, { count })).join(' · ')
}

interface ConsequencesProps {
  month: string
  activities: number
  sendMails: boolean
}

function Consequences({ month, activities, sendMails }: ConsequencesProps) {
  const t = useT()
  const locale = useLocale()
  const name = firstUpper(formatMonth(month, locale))
  const next = formatMonth(nextMonth(yearMonth(month)), locale)
  return (
    <ul className="consequences">
      <li>{t('closing.close.frozen', { count: activities })}</li>
      <li>{t('closing.close.locked', { month: name })}</li>
      <li>{t('closing.close.late', { next })}</li>
      <li>{t('closing.close.statements', { count: activities })}</li>
      <li>{t(sendMails ? 'closing.close.mails' : 'closing.close.noMails')}</li>
      <li>
        <strong>{t('closing.close.final')}</strong>
      </li>
    </ul>
  )
}
