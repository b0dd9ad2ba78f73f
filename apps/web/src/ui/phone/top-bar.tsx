import { useLanguageSwitch } from '../../lib/use-language-switch.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { ListenButton } from './listen-button.tsx'
import { phoneWords } from './words.ts'

/** Name of the cooperative, read-aloud, language. The language is written in itself. */
export function TopBar({ owner }: { owner: string }) {
  const { other, switchLanguage } = useLanguageSwitch(phoneWords)
  return (
    <header className="bar no-print">
      <b>{owner}</b>
      <ListenButton />
      <button className="bar-button" type="button" lang={other} onClick={switchLanguage}>
        {LANGUAGE_NAMES[other]}
      </button>
    </header>
  )
}
