import { formatCents, formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Terms } from './queries.ts'

const EXTRA = ['coopBefore', 'personBefore', 'coopAfter', 'personAfter'] as const

/** One term as it is written, to read without opening the PDF; no line: nothing is written. */
export interface TermText {
  key: string
  label: string
  lines: readonly string[]
  isList: boolean
}

/** Every term of a CAPE in words, in the order of the document. */
export function useTermTexts() {
  const t = useT()
  const locale = useLocale()
  const amount = (cents: string | null) =>
    cents === null ? [] : [formatCents(BigInt(cents), locale)]
  return (terms: Terms): TermText[] => {
    const { thirdParties, activityStartsOn, programme, extraCommitments } = terms
    const bearer = thirdParties.finalBearer === 'activity' ? 'bearerActivity' : 'bearerCooperative'
    const list = (key: Parameters<typeof labelOf>[0], lines: readonly string[]): TermText => ({
      key,
      label: labelOf(key),
      lines,
      isList: true,
    })
    const line = (key: Parameters<typeof labelOf>[0], lines: readonly string[]): TermText => ({
      key,
      label: labelOf(key),
      lines: lines.filter((text) => text !== ''),
      isList: false,
    })
    function labelOf(
      key:
        | 'objectives'
        | 'steps'
        | (typeof EXTRA)[number]
        | 'activityStartsOn'
        | 'means'
        | 'nature'
        | 'maximum'
        | 'finalBearer'
        | 'dueDay'
        | 'noticeDays'
        | 'payBefore',
    ) {
      return t(`contracts.form.${key}`)
    }
    return [
      list('objectives', programme.objectives),
      list('steps', programme.steps),
      ...EXTRA.map((name) => list(name, extraCommitments[name])),
      line('activityStartsOn', activityStartsOn ? [formatDate(activityStartsOn, locale)] : []),
      list('means', terms.means.map(meansLine)),
      line('nature', [thirdParties.nature]),
      line('maximum', amount(thirdParties.maximumCents)),
      line('finalBearer', [t(`contracts.form.${bearer}`)]),
      line('dueDay', [String(terms.declarationDueDay)]),
      line('noticeDays', [String(terms.noticeDays)]),
      line('payBefore', amount(terms.monthlyPayBeforeCents)),
    ]
  }
}

function meansLine({ name, amount, conditions }: Terms['means'][number]): string {
  return [name, amount, conditions].filter((part) => part !== '').join(' · ')
}
