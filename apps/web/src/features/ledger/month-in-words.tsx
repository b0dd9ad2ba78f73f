import { formatMonth } from '@terreau/i18n/format'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import type { PhoneKey } from '../../lib/routes.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { useT } from '../../ui/phone/words.ts'
import { MoneySteps, type Step } from './money-steps.tsx'
import type { OwnMonth } from './queries.ts'

/** How a month goes from what one had to what one has, one step per reason. */
export function MonthInWords({ month, href }: { month: OwnMonth; href: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Card
      title={t('account.waterfall.title', { month: firstUpper(formatMonth(month.month, locale)) })}
    >
      <p className="hint">{t(month.isClosed ? 'account.month.closed' : 'account.month.open')}</p>
      <MoneySteps
        steps={stepsOf(month).map(({ key, cents }) => ({ label: t(key), cents }))}
        result={{ label: t('account.waterfall.after'), cents: month.balanceCents }}
      />
      <LinkButton href={href} look="secondary">
        {t('account.waterfall.lines')}
      </LinkButton>
    </Card>
  )
}

type KeyedStep = Omit<Step, 'label'> & { key: PhoneKey }

/** A reason that moved nothing is left out. */
function stepsOf(month: OwnMonth): KeyedStep[] {
  const opening = BigInt(month.openingPostedCents)
  const before = BigInt(month.balanceCents) - BigInt(month.movementCents) - opening
  const steps: KeyedStep[] = [
    { key: 'account.waterfall.opening', cents: month.openingPostedCents },
    { key: 'account.waterfall.revenue', cents: month.revenueCents },
    { key: 'account.waterfall.productionPurchase', cents: minus(month.productionPurchaseCents) },
    { key: 'account.waterfall.otherExpense', cents: minus(month.otherExpenseCents) },
    { key: 'account.waterfall.contribution', cents: minus(month.contributionCents) },
    { key: 'account.waterfall.accidentCover', cents: minus(month.accidentCoverCents) },
    { key: 'account.waterfall.pay', cents: minus(month.payCents) },
    { key: 'account.waterfall.bank', cents: minus(month.bankCents) },
  ]
  return [
    { key: 'account.waterfall.before', cents: before.toString() },
    ...steps.filter((step) => step.cents !== '0'),
  ]
}

function minus(cents: string): string {
  return (-BigInt(cents)).toString()
}
