import { useReadAloud } from './use-read-aloud.ts'
import { useT } from './words.ts'

/** Reads the page aloud; a second press stops. Absent where the device cannot speak. */
export function ListenButton() {
  const t = useT()
  const { canSpeak, isSpeaking, toggle } = useReadAloud()
  if (!canSpeak) return null
  return (
    <button className="bar-button" type="button" aria-pressed={isSpeaking} onClick={toggle}>
      <svg aria-hidden="true" className="icon" viewBox="0 0 24 24">
        {isSpeaking ? (
          <path d="M7 7h10v10H7z" />
        ) : (
          <path d="M15 8a5 5 0 0 1 0 8M18 5a9 9 0 0 1 0 14M6 15H4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1h2l4-4v14z" />
        )}
      </svg>
      {t('common.listen')}
    </button>
  )
}
