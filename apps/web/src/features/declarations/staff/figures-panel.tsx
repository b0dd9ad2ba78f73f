import { MoneyText } from '../../../ui/money-text.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Reviewed } from './queries.ts'

/** What accepting writes, figure by figure. */
export function FiguresPanel({ declaration }: { declaration: Reviewed }) {
  const t = useT()
  const { figures } = declaration
  const rows = [
    ['review.detail.revenue', figures.revenueCents],
    ['review.detail.contribution', opposite(figures.contributionCents)],
    ['review.detail.purchases', opposite(figures.productionPurchaseCents)],
    ['review.detail.expenses', opposite(figures.otherExpenseCents)],
    ['review.detail.cover', opposite(figures.accidentCoverCents)],
  ] as const
  return (
    <section className="figures" aria-labelledby="figures-title">
      <h3 id="figures-title">{t('review.detail.figures')}</h3>
      <dl>
        {rows.map(([key, cents]) => (
          <Figure key={key} label={t(key)} cents={cents} />
        ))}
        <Figure label={t('review.detail.movement')} cents={figures.movementCents} isTotal />
        <Figure label={t('review.detail.outputVat')} cents={figures.outputVatCents} />
        <Figure label={t('review.detail.inputVat')} cents={figures.inputVatCents} />
      </dl>
    </section>
  )
}

function Figure(props: { label: string; cents: string | null; isTotal?: boolean }) {
  const t = useT()
  return (
    <div data-total={props.isTotal || undefined}>
      <dt>{props.label}</dt>
      <dd>
        {props.cents === null ? t('review.detail.noRate') : <MoneyText cents={props.cents} />}
      </dd>
    </div>
  )
}

function opposite(cents: string | null): string | null {
  return cents === null ? null : (-BigInt(cents)).toString()
}
