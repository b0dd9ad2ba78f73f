import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Redirect, useParams } from 'wouter'
import { Loading } from '../../../ui/phone/loading.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { phoneWords, useT } from '../../../ui/phone/words.ts'
import { AllPage } from './all-page.tsx'
import { welcomeQuery } from './queries.ts'
import { QuestionPage } from './question-page.tsx'

/** Questions come with the page; the camera and the sending of a paper once a paper is asked for. */
const PiecePage = lazy(() => import('./piece-page.tsx').then((m) => ({ default: m.PiecePage })))

/** One question a page. Without a question in the address, one goes on where one stopped. */
export function WelcomePage() {
  const t = useT()
  const { question = '' } = useParams()
  const { data, error, refetch } = useQuery(welcomeQuery)
  // The sentences about fields are fetched while the question is read: none is shown before an answer is sent.
  useEffect(() => void phoneWords.need(['fieldErrors']).catch(() => undefined), [])
  if (data === undefined) {
    return (
      <Page title={t('welcomePhone.title')} back="/moi">
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    )
  }
  if (question === '' && data.resume !== null)
    return <Redirect to={`/moi/bienvenue/${data.resume}`} replace />
  const asked = data.questions.find((one) => one.question === question)
  if (asked) return <QuestionPage key={question} welcome={data} asked={asked} />
  const piece = data.pieces.find((one) => question === `piece-${one.id}`)
  if (piece)
    return (
      <Suspense fallback={<Loading />}>
        <PiecePage key={question} welcome={data} piece={piece} />
      </Suspense>
    )
  return <AllPage welcome={data} />
}
