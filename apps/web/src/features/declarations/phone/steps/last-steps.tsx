import { Redirect } from 'wouter'
import { resumeStep } from '../resume-step.ts'
import { useWizard } from '../use-wizard.ts'
import { CheckStep } from './check-step.tsx'
import { DoneStep } from './done-step.tsx'

/** What looks at the whole draft: where to go on, what will leave, and that it has left. */
export function LastSteps({ part }: { part: string }) {
  const { state, view, href } = useWizard()
  if (part === 'reprendre') return <Redirect to={href(resumeStep(state.draft, view))} replace />
  return part === 'fait' ? <DoneStep /> : <CheckStep />
}
