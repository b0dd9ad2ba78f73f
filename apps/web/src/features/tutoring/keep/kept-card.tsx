import type { SessionGuard } from '@terreau/domain/tutoring/session'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { useBlobUrl } from '../../../lib/use-blob-url.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { Card } from '../../../ui/phone/card.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { VoicePlayer } from '../../../ui/voice-player.tsx'
import { GUARD_CODES } from '../guard-codes.ts'
import { GuardQuestions } from '../guard-questions.tsx'
import { ShareLinks } from '../logged-notice.tsx'
import { minutesOfTime } from '../session-time.ts'
import { forgetSession, type KeptSession, keepSession, problemOfKept } from './kept-sessions.ts'
import { useKeptSessions } from './use-kept-sessions.ts'

/** What this phone keeps and what left it: the truth at every moment, for each session. */
export function KeptCard() {
  const t = useT()
  const { personId, kept, sent, refetch } = useKeptSessions()
  const again = async (act: Promise<unknown>) => {
    await act
    await refetch()
  }
  return (
    <>
      {sent.map(({ names, logged }) => (
        <Card key={logged.id} title={t('tutoringPhone.kept.sent', { name: names })}>
          <ShareLinks links={logged.links} />
        </Card>
      ))}
      {personId !== null && kept.length > 0 && (
        <Card title={t('tutoringPhone.kept.title')}>
          {kept.some((one) => one.refusal === null) && (
            <p role="status">{t('tutoringPhone.kept.hint')}</p>
          )}
          <ul className="plain-list">
            {kept.map((one) => (
              <li key={one.body.id}>
                <KeptLine one={one} />
                {one.refusal !== null && (
                  <Refused
                    one={one}
                    refusal={one.refusal}
                    onSend={(next) => void again(keepSession(personId, next))}
                    onForget={() => void again(forgetSession(personId, one.body.id))}
                  />
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function KeptLine({ one }: { one: KeptSession }) {
  const { body, names, refusal, logged } = one
  const t = useT()
  const url = useBlobUrl(one.voice?.blob ?? null)
  const waits = logged === undefined ? 'tutoringPhone.kept.here' : 'tutoringPhone.kept.voiceHere'
  const locale = useLocale()
  const { heldOn, startsAt, endsAt } = body
  const minutes = minutesOfTime(heldOn, {
    minutes: body.minutes,
    startsAt: startsAt ?? '',
    endsAt: endsAt ?? '',
    isByHours: typeof endsAt === 'string',
  })
  const facts = [
    formatDate(heldOn, locale, 'weekday'),
    names,
    minutes === null ? '' : formatMinutes(minutes, locale),
  ]
  return (
    <>
      <p>
        {facts.filter(Boolean).join(' · ')} ·{' '}
        <strong>
          {t(refusal !== null && logged === undefined ? 'tutoringPhone.kept.refused' : waits)}
        </strong>
      </p>
      {url !== null && <VoicePlayer src={url} label={t('tutoringPhone.kept.voice')} />}
    </>
  )
}

interface RefusedProps {
  one: KeptSession
  refusal: NonNullable<KeptSession['refusal']>
  onSend: (next: KeptSession) => void
  onForget: () => void
}

/** Why it did not go through, and what can be done. Nothing is thrown away without the tutor. */
function Refused({ one, refusal, onSend, onForget }: RefusedProps) {
  const t = useT()
  const codes = refusal.errors.map((error) => error.code).filter((code) => code in GUARD_CODES)
  const checked: SessionGuard[] = codes.flatMap((code) => GUARD_CODES[code] ?? [])
  return (
    <>
      {codes.length > 0 ? (
        <GuardQuestions codes={codes} />
      ) : (
        <ProblemNotice error={problemOfKept(refusal)} />
      )}
      {codes.length > 0 && (
        <Button
          type="button"
          onClick={() => onSend({ ...one, body: { ...one.body, checked }, refusal: null })}
        >
          {t('tutoringPhone.log.saveAnyway')}
        </Button>
      )}
      <Button type="button" look="secondary" onClick={onForget}>
        {t('tutoringPhone.kept.forget')}
      </Button>
    </>
  )
}
