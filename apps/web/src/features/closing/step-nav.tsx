import { Link } from 'wouter'
import { useT } from '../../ui/staff/words.ts'
import { isStepOpen, STEPS, type Step, stepHref } from './steps.ts'

interface StepNavProps {
  month: string
  current: Step
  isClosed: boolean
}

/** The five steps in order; those that are not for this month now are plain words. */
export function StepNav({ month, current, isClosed }: StepNavProps) {
  const t = useT()
  return (
    <nav aria-label={t('closing.step.label')} className="no-print">
      <ol className="closing-steps">
        {STEPS.map((step) => (
          <li key={step} className={isStepOpen(step, isClosed) ? undefined : 'dimmed'}>
            {isStepOpen(step, isClosed) ? (
              <Link
                href={stepHref(month, step)}
                aria-current={step === current ? 'step' : undefined}
              >
                {t(`closing.step.${step}`)}
              </Link>
            ) : (
              t(`closing.step.${step}`)
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
