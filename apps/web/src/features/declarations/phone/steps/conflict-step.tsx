import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../../ui/phone/button.tsx'
import { Loading } from '../../../../ui/phone/loading.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { emptyDraft } from '../keep/keepers.ts'
import { type Draft, ownQueries } from '../queries.ts'
import { useWizard } from '../use-wizard.ts'

/** Another device wrote meanwhile: both are shown, the person chooses, nothing is overwritten in silence. */
export function ConflictStep() {
  const t = useT()
  const { view, keeper, state, words } = useWizard()
  const { data, error, refetch } = useQuery({
    ...ownQueries.month(view.month, view.activity.id),
    queryKey: [...ownQueries.all, 'other', view.month, view.activity.id],
    staleTime: 0,
  })
  const counts = (draft: Draft) => ({
    sales: t('declarationsConflict.sales', { count: draft.sales.length }),
    expenses: t('declarationsConflict.expenses', { count: draft.expenses.length }),
  })
  const theirs = data?.draft ?? emptyDraft()
  return (
    <Page
      title={t('declarationsConflict.title', words)}
      hint={t('declarationsConflict.hint')}
      back="/moi"
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data !== undefined && (
        <>
          <p>{t('declarationsConflict.hereCount', counts(state.draft))}</p>
          <p>{t('declarationsConflict.thereCount', counts(theirs))}</p>
          <Button
            type="button"
            onClick={() =>
              keeper.resolve({ draft: state.draft, version: data.version, isMine: true })
            }
          >
            {t('declarationsConflict.here')}
          </Button>
          <Button
            type="button"
            look="secondary"
            onClick={() => keeper.resolve({ draft: theirs, version: data.version, isMine: false })}
          >
            {t('declarationsConflict.there')}
          </Button>
        </>
      )}
    </Page>
  )
}
