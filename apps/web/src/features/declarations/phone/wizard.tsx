import '../phone.css'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Redirect, useParams, useSearch } from 'wouter'
import { useSession } from '../../../lib/session.ts'
import { Loading } from '../../../ui/phone/loading.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { phoneWords, useT } from '../../../ui/phone/words.ts'
import { openKeeper } from './keep/keepers.ts'
import { sentHref } from './month-links.ts'
import { type MonthView, ownQueries } from './queries.ts'
import { prefetch, Step } from './step.tsx'
import { useWizard, WizardContext } from './use-wizard.ts'

// What few visits show is fetched when it is shown.
const DonePage = lazy(async () => {
  const [{ DonePage }] = await Promise.all([
    import('./done-page.tsx'),
    phoneWords.need(['declarationsDone']),
  ])
  return { default: DonePage }
})
const ConflictStep = lazy(async () => {
  const [{ ConflictStep }] = await Promise.all([
    import('./steps/conflict-step.tsx'),
    phoneWords.need(['declarationsConflict']),
  ])
  return { default: ConflictStep }
})

/** Declares one month. Every step has its address; the draft is shared by all of them. */
export function Wizard() {
  const t = useT()
  const { mois = '', '*': step = '' } = useParams<{ mois: string; '*': string }>()
  useEffect(() => prefetch(step), [step])
  const activity = new URLSearchParams(useSearch()).get('activite') ?? undefined
  // What is on screen is newer than the server while a draft is typed: no refetch in between.
  const view = useQuery({
    ...ownQueries.month(mois, activity),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (view.data === undefined) {
    return (
      <Page title={t('common.tabs.declare')} back="/moi">
        {view.error ? (
          <ProblemNotice error={view.error} onRetry={() => void view.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    )
  }
  return (
    <Suspense fallback={<Loading />}>
      <KeptDraft view={view.data} />
    </Suspense>
  )
}

function KeptDraft({ view }: { view: MonthView }) {
  const personId = useSession()?.personId ?? ''
  const search = new URLSearchParams(useSearch())
  const { '*': step = '' } = useParams<{ '*': string }>()
  const isOpen = isWritable(view, search.has('ajout'))
  const keeper = useQuery({
    queryKey: [...ownQueries.all, 'keeper', personId, view.month, view.activity.id, view.version],
    queryFn: () => openKeeper(personId, view),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: isOpen,
  })
  if (!isOpen && step === 'fait' && view.number !== null) {
    return <DonePage view={view} number={view.number} />
  }
  if (!isOpen) return <Redirect to={sentHref(view.month, search.get('activite'))} replace />
  if (keeper.data === undefined) return <Loading />
  return (
    <WizardContext value={{ view, keeper: keeper.data }}>
      <Shown step={step} />
    </WizardContext>
  )
}

function Shown({ step }: { step: string }) {
  const { state } = useWizard()
  return state.sync === 'conflict' ? <ConflictStep /> : <Step step={step} />
}

function isWritable(view: MonthView, isMore: boolean): boolean {
  return view.state === 'none' || view.state === 'draft' || (view.canAddMore && isMore)
}
