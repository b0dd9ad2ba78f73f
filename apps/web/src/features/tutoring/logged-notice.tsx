import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useCancelSession } from './mutations.ts'

export interface Logged {
  id: string
  tuteeName: string
  confirmationUrl: string
  wasMailed: boolean
}

/** After saving: what happens next, the link to share, and the way back. */
export function LoggedNotice({ logged }: { logged: Logged }) {
  const t = useT()
  const cancel = useCancelSession()
  const name = logged.tuteeName
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
  const text = t('tutoringPhone.sent.whatsapp', { name, link: logged.confirmationUrl })
  return (
    <>
      <Notice look="success">
        <p role="status">
          {t(logged.wasMailed ? 'tutoringPhone.sent.mailed' : 'tutoringPhone.sent.share', { name })}
        </p>
      </Notice>
      {cancel.error && <ProblemNotice error={cancel.error} />}
      <LinkButton href={`https://wa.me/?text=${encodeURIComponent(text)}`} isExternal>
        {t('tutoringPhone.sent.shareButton')}
      </LinkButton>
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
