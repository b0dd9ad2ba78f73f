import { useLocale } from '../../../../lib/locale.ts'
import { Button } from '../../../../ui/phone/button.tsx'
import { Notice } from '../../../../ui/phone/card.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { forgetAnswer } from '../keep/answer-copy.ts'
import { monthWords } from '../month-words.ts'
import type { useSendAnswers } from './use-send-answers.ts'

/** The question is no longer there to be opened: what became of its answer is said here. */
const GONE: readonly (string | null)[] = ['question-closed', 'not-found']

/** Answers that were sent and are still on this phone: on their way, or too late. */
export function AnswersNotice({ answers, refetch }: ReturnType<typeof useSendAnswers>) {
  const t = useT()
  const locale = useLocale()
  return (
    <div role="status">
      {answers.map((one) => {
        const { month } = monthWords(one.month, locale)
        if (one.isSendWaiting) {
          return (
            <Notice key={one.questionId} look="info">
              <p>{t('declarationsHome.answerWaiting', { month })}</p>
              <p>{t('declarationsHome.waitingHint')}</p>
            </Notice>
          )
        }
        if (!GONE.includes(one.refusal)) return null
        return (
          <Notice key={one.questionId} look="attention">
            <p>{t('declarationsHome.answerTooLate', { month })}</p>
            <p>{t('declarationsHome.answerTooLateWhy')}</p>
            <Button
              type="button"
              look="secondary"
              onClick={() => void forgetAnswer(one).then(() => refetch())}
            >
              {t('declarationsHome.understood')}
            </Button>
          </Notice>
        )
      })}
    </div>
  )
}
