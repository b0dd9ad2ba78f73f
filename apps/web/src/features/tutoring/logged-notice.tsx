import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import type { Logged } from './keep/send-session.ts'
import { useCancelSession } from './mutations.ts'

/** After saving: what happens next, the link to share with each person, and the way back. */
export function LoggedNotice({ logged }: { logged: Logged }) {
  const t = useT()
  const cancel = useCancelSession()
  if (cancel.isSuccess) {
    return (
      <>
        <Notice look="info">
          <p role="status">{t('tutoringPhone.sent.undone')}</p>
        </Notice>
        <LinkButton href="/tutorat">{t('tutoringPhone.sent.again')}</LinkButton>
      </>
    )
  }
  return (
    <>
      <ShareLinks links={logged.links} />
      {cancel.error && <ProblemNotice error={cancel.error} />}
      <LinkButton href="/tutorat" look="secondary">
        {t('tutoringPhone.sent.again')}
      </LinkButton>
      <Button
        type="button"
        look="secondary"
        isBusy={cancel.isPending}
        onClick={() => cancel.mutate(logged.id)}
      >
        {t('tutoringPhone.sent.undo')}
      </Button>
    </>
  )
}

/** Who was written to, and a link per person for a messaging app. */
export function ShareLinks({ links }: { links: Logged['links'] }) {
  const t = useT()
  return (
    <>
      <Notice look="success">
        <div role="status">
          {links.map(({ tuteeId, tuteeName: name, wasMailed }) => (
            <p key={tuteeId}>
              {t(wasMailed ? 'tutoringPhone.sent.mailed' : 'tutoringPhone.sent.share', { name })}
            </p>
          ))}
        </div>
      </Notice>
      {links.map(({ tuteeId, tuteeName: name, confirmationUrl: link }) => {
        const text = t('tutoringPhone.sent.whatsapp', { name, link })
        return (
          <LinkButton
            key={tuteeId}
            href={`https://wa.me/?text=${encodeURIComponent(text)}`}
            isExternal
          >
            {links.length === 1
              ? t('tutoringPhone.sent.shareButton')
              : t('tutoringPhone.sent.shareButtonWith', { name })}
          </LinkButton>
        )
      })}
    </>
  )
}
