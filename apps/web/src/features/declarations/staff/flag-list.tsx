import { IconAlertTriangle } from '@tabler/icons-react'
import { useLocale } from '../../../lib/locale.ts'
import { useT } from '../../../ui/staff/words.ts'
import { flagWords } from './flag-words.ts'
import { lineNumber } from './line-number.ts'
import type { Reviewed } from './queries.ts'

/** What deserves a look, in words. */
export function FlagList({ declaration }: { declaration: Reviewed }) {
  const t = useT()
  const locale = useLocale()
  if (declaration.flags.length === 0) return null
  return (
    <ul className="flags">
      {declaration.flags.map((flag) => {
        const n = flag.lineId === null ? null : lineNumber(declaration.lines, flag.lineId)
        return (
          <li key={`${flag.code}${flag.lineId}`}>
            <IconAlertTriangle size={18} aria-hidden />
            <span>
              {flagWords(flag, t, locale)}
              {n !== null && ` (${t('review.flag.onLine', { n })})`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
