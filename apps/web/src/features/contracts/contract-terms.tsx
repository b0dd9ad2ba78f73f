import { formatCents, formatDate } from '@terreau/i18n/format'
import type { ReactNode } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Terms } from './queries.ts'

const EXTRA = ['coopBefore', 'personBefore', 'coopAfter', 'personAfter'] as const

/** The terms as they are written, to read without opening the PDF. */
export function ContractTerms({ terms }: { terms: Terms }) {
  const t = useT()
  const locale = useLocale()
  const { thirdParties, activityStartsOn } = terms
  const maximum = thirdParties.maximumCents
  const bearer = thirdParties.finalBearer === 'activity' ? 'bearerActivity' : 'bearerCooperative'
  const facts: [string, ReactNode][] = [
    [t('contracts.form.objectives'), linesOf(terms.programme.objectives)],
    [t('contracts.form.steps'), linesOf(terms.programme.steps)],
    ...EXTRA.map((name): [string, ReactNode] => [
      t(`contracts.form.${name}`),
      linesOf(terms.extraCommitments[name]),
    ]),
    [
      t('contracts.form.activityStartsOn'),
      activityStartsOn === null ? '' : formatDate(activityStartsOn, locale),
    ],
    [
      t('contracts.form.means'),
      linesOf(
        terms.means.map(({ name, amount, conditions }) =>
          [name, amount, conditions].filter((part) => part !== '').join(' · '),
        ),
      ),
    ],
    [t('contracts.form.nature'), thirdParties.nature],
    [t('contracts.form.maximum'), maximum === null ? '' : formatCents(BigInt(maximum), locale)],
    [t('contracts.form.finalBearer'), t(`contracts.form.${bearer}`)],
    [t('contracts.form.dueDay'), String(terms.declarationDueDay)],
    [t('contracts.form.noticeDays'), String(terms.noticeDays)],
    [
      t('contracts.form.payBefore'),
      terms.monthlyPayBeforeCents === null
        ? ''
        : formatCents(BigInt(terms.monthlyPayBeforeCents), locale),
    ],
  ]
  return (
    <section className="panel" aria-labelledby="terms">
      <h2 id="terms">{t('contracts.page.terms')}</h2>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .flatMap(([label, value]) => [
            <dt key={`${label}?`}>{label}</dt>,
            <dd key={label}>{value}</dd>,
          ])}
      </dl>
    </section>
  )
}

/** A list, or nothing to show when it is empty. */
function linesOf(lines: readonly string[]): ReactNode {
  if (lines.length === 0) return ''
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
