import { lazy, Suspense, useEffect } from 'react'
import { Loading } from '../../../ui/phone/loading.tsx'
import { StartStep } from './steps/start-step.tsx'

/** The question is on screen and being read; the line is free. */
const READING_MS = 1_500

const fetchLater = () => import('./later-step.tsx')
const LaterStep = lazy(async () => ({ default: (await fetchLater()).LaterStep }))

/** The first question comes with the page; the screens after it are fetched while it is read. */
export function Step({ step }: { step: string }) {
  useEffect(() => {
    // Without network the fetch fails here and is tried again when the next screen is asked for.
    const timer = setTimeout(() => void fetchLater().catch(() => undefined), READING_MS)
    return () => clearTimeout(timer)
  }, [])
  if (step === '') return <StartStep />
  return (
    <Suspense fallback={<Loading />}>
      <LaterStep step={step} />
    </Suspense>
  )
}
