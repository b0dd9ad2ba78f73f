import { formatCents, formatDate, formatLabelled } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Contract } from './queries.ts'
import { useContractTexts } from './use-contract-texts.ts'

type InForce = NonNullable<Contract['inForce']>

/** What holds now: the contribution, and what the amendments may change, each with its original beside. */
export function TermsInForce({ contract }: { contract: Contract }) {
  const t = useT()
  const locale = useLocale()
  const texts = useContractTexts()
  const scheme = (of: Contract['scheme']) => formatLabelled(of.code, texts.scheme(of), locale)
  const { inForce } = contract
  const value = ({ term }: InForce['terms'][number], text: string | null) => {
    if (text === null) return t('contracts.page.writtenElsewhere')
    return term === 'fixedPartCents' ? formatCents(BigInt(text), locale) : text
  }
  return (
    <>
      <dt>{t('contracts.page.scheme')}</dt>
      <dd>
        {scheme(inForce?.scheme ?? contract.scheme)}
        <Origin by={inForce?.schemeBy ?? null} original={scheme(contract.scheme)} />
      </dd>
      {inForce?.terms
        .filter((term) => term.value !== null)
        .flatMap((term) => [
          <dt key={`${term.term}?`}>{t(`amendments.terms.${term.term}`)}</dt>,
          <dd key={term.term} className="clause-text">
            {value(term, term.value)}
            <Origin by={term.by} original={value(term, term.original)} />
          </dd>,
        ])}
    </>
  )
}

/** Which amendment made it so, and what was signed at first. */
function Origin({ by, original }: { by: InForce['schemeBy']; original: string }) {
  const t = useT()
  const locale = useLocale()
  if (by === null) return null
  return (
    <div className="dimmed">
      <Link href={`/gestion/contrats/avenants/${by.id}`}>
        {t('contracts.page.since', { n: by.n, date: formatDate(by.effectiveOn, locale) })}
      </Link>{' '}
      {t('contracts.page.original', { text: original })}
    </div>
  )
}
