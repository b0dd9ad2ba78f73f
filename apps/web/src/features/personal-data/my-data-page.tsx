import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useAskOwnCopy } from './mutations.ts'
import { OwnCopy } from './own-copy.tsx'
import { OwnStanding } from './own-standing.tsx'
import { personalDataQueries } from './queries.ts'

/** A person's own data: the copy of everything, what is kept until when, asking to be erased. */
export function MyDataPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(personalDataQueries.own())
  const ask = useAskOwnCopy()
  const isWaiting = data?.exports.some((copy) => copy.state === 'waiting') === true
  return (
    <Page title={t('personalDataPhone.title')} back="/moi/compte">
      <p className="lead">{t('personalDataPhone.lead')}</p>
      <p>{t('personalDataPhone.hint')}</p>
      {ask.error && <ProblemNotice error={ask.error} />}
      {data && !isWaiting && (
        <Button type="button" isBusy={ask.isPending} onClick={() => ask.mutate()}>
          {t('personalDataPhone.ask')}
        </Button>
      )}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && (
        <Card title={t('personalDataPhone.copies.title')}>
          {data.exports.length === 0 && <p>{t('personalDataPhone.copies.none')}</p>}
          {data.exports.map((copy) => (
            <OwnCopy key={copy.id} copy={copy} />
          ))}
        </Card>
      )}
      {data && (
        <OwnStanding
          standing={data.standing}
          askedOn={data.erasureAskedOn}
          refused={data.erasureRefused}
        />
      )}
    </Page>
  )
}
