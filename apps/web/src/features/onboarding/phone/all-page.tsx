import { UNKNOWN } from '@terreau/domain/pipeline/facts'
import { localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { todayInZone } from '../../../lib/today.ts'
import { LinkButton } from '../../../ui/phone/button.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { pieceLabel, pieceStanding } from './piece-words.ts'
import { ProgressWords } from './progress-words.tsx'
import type { OwnWelcome } from './queries.ts'

/** Where each step after the questions and the papers is done. */
const STEP_HREFS = {
  first_appointment: '/moi/entretiens',
  sign: '/moi/papiers',
  first_declaration: '/moi',
} as const

/** Everything that is asked, done or not: one may go anywhere, and come back. */
export function AllPage({ welcome }: { welcome: OwnWelcome }) {
  const t = useT()
  const locale = useLocale()
  const { resume, appointmentOn } = welcome
  const today = localDate(todayInZone())
  return (
    <Page
      title={t(resume === null ? 'welcomePhone.allDone' : 'welcomePhone.title')}
      hint={t(resume === null ? 'welcomePhone.allDoneHint' : 'welcomePhone.intro')}
      back="/moi"
    >
      <ProgressWords progress={welcome.progress} />
      {resume !== null && (
        <LinkButton href={`/moi/bienvenue/${resume}`}>{t('welcomePhone.goOn')}</LinkButton>
      )}
      <h2>{t('welcomePhone.questions')}</h2>
      <ul className="plain-list">
        {welcome.questions.map(({ question, value }) => (
          <li key={question}>
            <Link href={`/moi/bienvenue/${question}`}>{t(`welcomePhone.label.${question}`)}</Link>
            <p className="hint">
              {value === null
                ? t('welcomePhone.state.open')
                : t(value === UNKNOWN ? 'welcomePhone.state.unknown' : 'welcomePhone.state.done')}
            </p>
          </li>
        ))}
      </ul>
      <h2>{t('welcomePhone.papers')}</h2>
      {welcome.pieces.length === 0 && <p>{t('welcomePhone.noPapers')}</p>}
      <ul className="plain-list">
        {welcome.pieces.map((piece) => (
          <li key={piece.id}>
            <Link href={`/moi/bienvenue/piece-${piece.id}`}>{pieceLabel(piece, locale)}</Link>
            <p className="hint">
              {t(`welcomePhone.piece.${pieceStanding(piece, today)}`, {
                date: piece.expiresOn === null ? '' : formatDate(piece.expiresOn, locale),
              })}
            </p>
          </li>
        ))}
      </ul>
      {welcome.tasks.length > 0 && (
        <>
          <h2>{t('welcomePhone.after')}</h2>
          <ul className="plain-list">
            {welcome.tasks.map(({ name, status }) => (
              <li key={name}>
                {status === 'not-yet' ? (
                  t(`welcomePhone.step.${name}`)
                ) : (
                  <Link href={STEP_HREFS[name]}>{t(`welcomePhone.step.${name}`)}</Link>
                )}
                <p className="hint">
                  {name === 'first_appointment' && appointmentOn !== null
                    ? t('welcomePhone.appointmentOn', { date: formatDate(appointmentOn, locale) })
                    : t(`welcomePhone.stepState.${status}`)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
