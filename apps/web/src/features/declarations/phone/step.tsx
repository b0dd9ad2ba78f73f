import { lazy, Suspense, useEffect } from 'react'
import { Loading } from '../../../ui/phone/loading.tsx'
import { phoneWords } from '../../../ui/phone/words.ts'
import { StartStep } from './steps/start-step.tsx'

/** The question is on screen and being read; the line is free. */
const READING_MS = 1_500

const LaterStep = lazy(async () => ({ default: await fetchLater() }))

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

/** The first question has no field: the sentences about fields come with the screens that have some. */
async function fetchLater() {
  const [{ LaterStep }] = await Promise.all([
    import('./later-step.tsx'),
    phoneWords.need(['fieldErrors']),
  ])
  return LaterStep
}
