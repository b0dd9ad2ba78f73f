import { useT } from '../../../ui/phone/words.ts'
import type { OwnWelcome } from './queries.ts'

/** How far it is, in words. */
export function ProgressWords({ progress }: { progress: OwnWelcome['progress'] }) {
  const t = useT()
  return <p className="hint">{t('welcomePhone.progress', progress)}</p>
}
