import type { PhoneKey } from '../../lib/routes.ts'
import { Notice } from '../../ui/phone/card.tsx'
import { useT } from '../../ui/phone/words.ts'

const SENTENCES: Readonly<Record<string, PhoneKey>> = {
  'tutoring-guard-over-4h': 'tutoringPhone.guard.tutoring-guard-over-4h',
  'tutoring-guard-older-than-31-days': 'tutoringPhone.guard.tutoring-guard-older-than-31-days',
  'tutoring-guard-same-slot': 'tutoringPhone.guard.tutoring-guard-same-slot',
  'tutoring-guard-overlap': 'tutoringPhone.guard.tutoring-guard-overlap',
}

/** Gentle questions: saving again answers yes. */
export function GuardQuestions({ codes }: { codes: readonly string[] }) {
  const t = useT()
  if (codes.length === 0) return null
  return (
    <Notice look="attention">
      <div role="alert">
        <p>{t('tutoringPhone.log.pleaseCheck')}</p>
        <ul>
          {codes.map((code) => {
            const key = SENTENCES[code]
            return key && <li key={code}>{t(key)}</li>
          })}
        </ul>
      </div>
    </Notice>
  )
}
