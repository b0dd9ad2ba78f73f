import { formatMonth } from '@terreau/i18n/format'
import { firstUpper } from '../../../../lib/first-upper.ts'
import { useLocale } from '../../../../lib/locale.ts'
import { Button, LinkButton } from '../../../../ui/phone/button.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { stepHref } from '../month-links.ts'
import { useWithdraw } from '../mutations.ts'
import type { MonthView } from '../queries.ts'

/** Take it back to change it; or, once its month is closed, add what was forgotten. */
export function SentActs({ view, activity }: { view: MonthView; activity: string | undefined }) {
  const t = useT()
  const locale = useLocale()
  const withdraw = useWithdraw({ month: view.month, activity })
  const kept = { activity: activity ?? null }
  if (view.canAddMore) {
    return (
      <>
        <p className="hint">
          {t('declarationsSent.sent.forgottenHint', {
            month: firstUpper(formatMonth(view.month, locale)),
            bookMonth: formatMonth(view.addsToMonth, locale),
          })}
        </p>
        <LinkButton look="secondary" href={stepHref(view.month, '', { ...kept, isMore: true })}>
          {t('declarationsSent.sent.forgotten')}
        </LinkButton>
      </>
    )
  }
  if (view.state === 'accepted') return null
  // Once it is taken back the month is a draft again, and its page leads to the step that is next.
  return (
    <>
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
      <Button
        type="button"
        look="secondary"
        isBusy={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        {t('declarationsSent.sent.change')}
      </Button>
      <p className="hint">{t('declarationsSent.sent.changeHint')}</p>
    </>
  )
}
