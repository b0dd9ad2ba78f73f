import { useQuery } from '@tanstack/react-query'
import { parseYearMonth } from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import { Link, useParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { ProblemError } from '../../lib/problem-error.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ChecksStep } from './checks-step.tsx'
import { CloseStep } from './close-step.tsx'
import { DoneStep } from './done-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ProgressStep } from './progress-step.tsx'
import { closingQueries } from './queries.ts'
import { StepNav } from './step-nav.tsx'
import { isStepOpen, type Step, stepHref, stepOf } from './steps.ts'

const CONTENT: Readonly<Record<Step, (props: { month: string }) => React.ReactNode>> = {
  checks: ChecksStep,
  preview: PreviewStep,
  close: CloseStep,
  progress: ProgressStep,
  done: DoneStep,
}

/** One month on its way to be closed, in five steps; a closed one shows its seal and its files. */
export function MonthPage() {
  const t = useT()
  const { mois = '', etape } = useParams()
  const month = parseYearMonth(mois)
  const { data, error, refetch } = useQuery(closingQueries.list())
  const back = { href: '/gestion/cloture', label: t('closing.month.back') }
  if (month === null) {
    return (
      <>
        <PageHeader title={t('closing.title')} back={back} />
        <ErrorBlock error={new ProblemError({ status: 404, code: 'not-found' })} />
      </>
    )
  }
  if (data === undefined) {
    return (
      <>
        <PageHeader title={t('closing.title')} back={back} />
        {error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />}
      </>
    )
  }
  const isClosed = data.some((one) => one.month === month && one.state === 'closed')
  return <MonthStep month={month} step={stepOf(etape, isClosed)} isClosed={isClosed} />
}

function MonthStep({ month, step, isClosed }: { month: string; step: Step; isClosed: boolean }) {
  const t = useT()
  const locale = useLocale()
  const Content = CONTENT[step]
  const name = t(`closing.step.${step}`)
  const title = t('closing.month.title', { month: formatMonth(month, locale), step: name })
  return (
    <>
      <PageHeader
        title={title}
        back={{ href: '/gestion/cloture', label: t('closing.month.back') }}
        subtitle={t(isClosed ? 'closing.month.closed' : 'closing.month.open')}
      />
      <StepNav month={month} current={step} isClosed={isClosed} />
      {isStepOpen(step, isClosed) ? (
        <Content month={month} />
      ) : (
        <WrongStep month={month} isClosed={isClosed} />
      )}
    </>
  )
}

/** An address kept from before the closing, or from after it. */
function WrongStep({ month, isClosed }: { month: string; isClosed: boolean }) {
  const t = useT()
  return (
    <div className="panel">
      <p>{t(isClosed ? 'closing.month.closed' : 'closing.month.notClosed')}</p>
      <Link href={stepHref(month, isClosed ? 'done' : 'checks')}>
        {t(isClosed ? 'closing.progress.toDone' : 'closing.month.toChecks')}
      </Link>
    </div>
  )
}
