import { Redirect } from 'wouter'
import { resumeStep } from '../resume-step.ts'
import { useWizard } from '../use-wizard.ts'
import { CheckStep } from './check-step.tsx'

/** What looks at the whole draft before it leaves: where to go on, and what will leave. */
export function CheckSteps({ part }: { part: string }) {
  const { state, view, href } = useWizard()
  if (part === 'reprendre') return <Redirect to={href(resumeStep(state.draft, view))} replace />
  return <CheckStep />
}
