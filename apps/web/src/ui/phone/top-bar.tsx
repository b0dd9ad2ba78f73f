import { Link } from 'wouter'
import { homeOf, useSession } from '../../lib/session.ts'
import { useLanguageSwitch } from '../../lib/use-language-switch.ts'
import { LANGUAGE_NAMES } from '../language-names.ts'
import { ListenButton } from './listen-button.tsx'
import { phoneWords } from './words.ts'

/** Name of the cooperative (the way home), read-aloud, language. The language is written in itself. */
export function TopBar({ owner }: { owner: string }) {
  const { other, switchLanguage } = useLanguageSwitch(phoneWords)
  return (
    <header className="bar no-print">
      <b>
        <HomeLink owner={owner} />
      </b>
      <ListenButton />
      <button className="bar-button" type="button" lang={other} onClick={switchLanguage}>
        {LANGUAGE_NAMES[other]}
      </button>
    </header>
  )
}

function HomeLink({ owner }: { owner: string }) {
  const session = useSession()
  if (session === null) return owner
  const home = homeOf(session.roles)
  // The staff pages are another document.
  return home === '/gestion' ? <a href={home}>{owner}</a> : <Link href={home}>{owner}</Link>
}
