import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** Whether anything was paid for the activity. */
export function ExpensesStep() {
  const t = useT()
  const { state, change, go, href } = useWizard()
  const { expenses, trips, hasSales } = state.draft
  const answer = (choice: 'yes' | 'no') => {
    change({ hasExpenses: choice === 'yes' })
    if (choice === 'no') return go('verifier')
    go(expenses.length + trips.length === 0 ? 'depenses/quoi' : 'depenses/liste')
  }
  return (
    <Page
      title={t('declarationsExpenses.list.question')}
      hint={t('declarationsExpenses.list.hint')}
      back={href(hasSales === true ? 'ventes' : '')}
    >
      <ChoiceForm
        options={[
          { value: 'yes', label: t('declarationsExpenses.list.yes') },
          { value: 'no', label: t('declarationsExpenses.list.no') },
        ]}
        onChoose={answer}
      />
      <SavedLine />
    </Page>
  )
}
