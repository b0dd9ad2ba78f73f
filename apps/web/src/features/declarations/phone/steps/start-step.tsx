import { formatDate, formatMonth } from '@terreau/i18n/format'
import { firstUpper } from '../../../../lib/first-upper.ts'
import { useLocale } from '../../../../lib/locale.ts'
import { Notice } from '../../../../ui/phone/card.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** The first question. "Non" goes straight to the check page: a month without sales takes three touches. */
export function StartStep() {
  const t = useT()
  const locale = useLocale()
  const { view, words, state, change, go } = useWizard()
  const answer = (choice: 'yes' | 'no') => {
    if (choice === 'no') {
      change({ hasSales: false })
      return go('verifier')
    }
    change({ hasSales: true })
    go(state.draft.sales.length === 0 ? 'vente/1/montant' : 'ventes')
  }
  return (
    <Page
      title={t('declarationsStart.question', words)}
      hint={t('declarationsStart.hint')}
      back="/moi"
    >
      {view.isAdjustment && (
        <Notice look="attention">
          <p>
            {t('declarationsStart.closedNotice', {
              fullMonth: firstUpper(words.fullMonth),
              bookMonth: formatMonth(view.bookMonth, locale),
            })}
          </p>
        </Notice>
      )}
      {!view.isAdjustment && view.daysLeft >= 0 && (
        <p>{t('declarationsStart.deadline', { date: formatDate(view.deadlineOn, locale) })}</p>
      )}
      <ChoiceForm
        options={[
          { value: 'yes', label: t('declarationsStart.yes') },
          { value: 'no', label: t('declarationsStart.no') },
        ]}
        onChoose={answer}
      />
      <SavedLine />
    </Page>
  )
}
