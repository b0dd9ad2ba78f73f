import { formatCents, formatDate, formatRateBp } from '@terreau/i18n/format'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { useT } from '../../ui/phone/words.ts'
import type { OwnDetail } from './queries.ts'

/** The contract in six sentences, taken from the very facts of the document, and the whole of it one press away. */
export function SixSentences({ contract }: { contract: OwnDetail }) {
  const t = useT()
  const sentences = useSentences(contract)
  const pdf = apiUrl('GET /me/contracts/:contractId/document', {
    params: { contractId: contract.id },
    query: { stage: 'to_sign' },
  })
  return (
    <Page
      title={t('contractsPhone.sign.title')}
      hint={t('contractsPhone.sign.hint')}
      back="/moi/papiers"
    >
      <ol className="card six-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <LinkButton href={pdf} look="secondary" isExternal>
        {t('contractsPhone.sign.read')}
      </LinkButton>
      <LinkButton href={`/moi/papiers/${contract.id}/signer?etape=code`}>
        {t('contractsPhone.sign.next')}
      </LinkButton>
      <p className="hint">{t('contractsPhone.sign.later')}</p>
    </Page>
  )
}

function useSentences(contract: OwnDetail): string[] {
  const t = useT()
  const locale = useLocale()
  const { facts, activity } = contract
  if (facts === null) return []
  const amount = (cents: string) => formatCents(BigInt(cents), locale)
  return [
    t('contractsPhone.sign.sentence.what', { activity }),
    t('contractsPhone.sign.sentence.when', {
      from: formatDate(contract.startsOn, locale),
      to: formatDate(contract.endsOn ?? contract.startsOn, locale),
    }),
    t('contractsPhone.sign.sentence.declare', { day: facts.declarationDueDay }),
    contributionSentence(t, facts.scheme, { amount, locale }),
    t('contractsPhone.sign.sentence.limit', { amount: amount(facts.thirdPartiesMaximumCents) }),
    t('contractsPhone.sign.sentence.stop', { days: facts.noticeDays }),
  ]
}

function contributionSentence(
  t: ReturnType<typeof useT>,
  scheme: NonNullable<OwnDetail['facts']>['scheme'],
  say: { amount: (cents: string) => string; locale: 'fr' | 'en' },
): string {
  const rates = scheme.tiers.map((tier) => tier.rateBp)
  const [low, high] = [Math.min(...rates), Math.max(...rates)]
  const rate = (bp: number) => formatRateBp(BigInt(bp), say.locale)
  const fixed = scheme.fixedMonthlyCents
  const floor = scheme.monthlyFloorCents
  return t(`contractsPhone.sign.contribution.${scheme.base}`, {
    rate:
      low === high
        ? rate(low)
        : t('contractsPhone.sign.contribution.tiers', { from: rate(low), to: rate(high) }),
    more: [
      floor === '0'
        ? ''
        : t('contractsPhone.sign.contribution.floor', { amount: say.amount(floor) }),
      fixed === '0'
        ? ''
        : t('contractsPhone.sign.contribution.fixed', { amount: say.amount(fixed) }),
    ].join(''),
  })
}
