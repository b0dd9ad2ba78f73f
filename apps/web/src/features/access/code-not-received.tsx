import { Link } from 'wouter'
import { Button } from '../../ui/phone/button.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useRequestCode } from './mutations.ts'
import { withReturn } from './use-enter.ts'

/** Help for whoever waits in vain: another code, another address. */
export function CodeNotReceived({ email, wanted }: { email: string; wanted: string | null }) {
  const t = useT()
  const request = useRequestCode()
  return (
    <details className="more">
      <summary>{t('access.code.notReceived')}</summary>
      <p>{t('access.code.notReceivedHint')}</p>
      {request.error && <ProblemNotice error={request.error} />}
      <p role="status">{request.isSuccess && t('access.code.sentAgain')}</p>
      <Button
        type="button"
        look="secondary"
        isBusy={request.isPending}
        onClick={() => request.mutate({ email, ...(wanted === null ? {} : { returnTo: wanted }) })}
      >
        {t('access.code.again')}
      </Button>
      <p>
        <Link className="way" href={withReturn('/connexion', wanted)}>
          {t('access.code.otherAddress')}
        </Link>
      </p>
    </details>
  )
}
