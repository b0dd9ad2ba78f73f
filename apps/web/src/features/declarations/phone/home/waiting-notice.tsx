import { useLocale } from '../../../../lib/locale.ts'
import { Notice } from '../../../../ui/phone/card.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { monthWords } from '../month-words.ts'

/** Declarations that were sent without network and are still on this phone. */
export function WaitingNotice({ months }: { months: readonly string[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <div role="status">
      {months.map((month) => (
        <Notice key={month} look="info">
          <p>{t('declarationsHome.waiting', monthWords(month, locale))}</p>
          <p>{t('declarationsHome.waitingHint')}</p>
        </Notice>
      ))}
    </div>
  )
}
