import { useLocale } from '../../../lib/locale.ts'
import { clocks } from '../../../lib/today.ts'
import { useT } from '../../../ui/phone/words.ts'
import { useWizard } from './use-wizard.ts'

/** Says that the answers are kept, and where. */
export function SavedLine() {
  const t = useT()
  const locale = useLocale()
  const { state } = useWizard()
  const { sync, savedAt, isKept } = state
  const text =
    sync === 'on-phone' && isKept
      ? t('declarationsSteps.saved.onPhone')
      : savedAt !== null && sync === 'saved'
        ? t('declarationsSteps.saved.at', { time: clock(savedAt, locale) })
        : ''
  return (
    <p className="saved-line hint" data-quiet="">
      {text}
    </p>
  )
}

/** "14 h 02", "14:02". */
function clock(iso: string, locale: 'fr' | 'en'): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: clocks.zone,
  }).format(new Date(iso))
  return locale === 'en' ? time : time.replace(':', '\u00a0h\u00a0').replace(/^0/, '')
}
