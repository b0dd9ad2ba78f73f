import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import { homeQueries, type MonthStrip } from './queries.ts'

const STEPS = [
  'expected',
  'declared',
  'missing',
  'postponed',
  'question',
  'toReview',
  'accepted',
] as const
type Step = (typeof STEPS)[number]

/** Where the open month stands: eight steps, each with its number and the way there. */
export function MonthSteps() {
  const t = useT()
  const locale = useLocale()
  const { data: strip } = useQuery(homeQueries.month())
  if (strip === undefined) return null
  const month = formatMonth(strip.month, locale)
  const deadline = t('home.month.deadline', { date: formatDate(strip.deadlineOn, locale) })
  return (
    <section className="month-steps" aria-labelledby="month-steps">
      <h2 id="month-steps">{t('home.month.title', { month })}</h2>
      <p className="dimmed">{deadline}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step} className={isWaiting(step, strip) ? 'is-waiting' : undefined}>
            <Link href={hrefOf(step, strip)}>
              <strong>{strip[step]}</strong> {t(`home.month.step.${step}`)}
            </Link>
          </li>
        ))}
        <li className={strip.canClose ? 'is-waiting' : undefined}>
          <Link href={`/gestion/cloture/${strip.month}`}>
            <strong>{t('home.month.closing')}</strong> {t(`home.month.${closingOf(strip)}`)}
          </Link>
        </li>
      </ol>
      {strip.late > 0 && <p className="dimmed">{t('home.month.late', { count: strip.late })}</p>}
    </section>
  )
}

/** What the closing waits for once the month is over. */
function isWaiting(step: Step, strip: MonthStrip): boolean {
  const isOpen = step === 'question' || step === 'toReview' || (step === 'missing' && strip.isOver)
  return isOpen && strip[step] > 0
}

function closingOf({ canClose, isOver }: MonthStrip) {
  if (canClose) return 'ready'
  return isOver ? 'waits' : 'notOver'
}

const VIEWS = {
  declared: 'toutes',
  missing: 'manquantes',
  question: 'questions',
  toReview: 'a-revoir',
  accepted: 'acceptees',
} as const

function hrefOf(step: Step, { month }: MonthStrip): string {
  if (step === 'expected') return '/gestion/contrats?vue=active'
  if (step === 'postponed') return `/gestion/cloture/${month}`
  return `/gestion/declarations?vue=${VIEWS[step]}&mois=${month}`
}
