import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { Button } from '../../ui/phone/button.tsx'
import { Card, Notice } from '../../ui/phone/card.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useAskErasure } from './mutations.ts'
import type { OwnData, Standing } from './queries.ts'

interface OwnStandingProps {
  standing: readonly Standing[]
  askedOn: string | null
  refused: OwnData['erasureRefused']
}

/** What the cooperative keeps and until when, and the way to ask for less. */
export function OwnStanding({ standing, askedOn, refused }: OwnStandingProps) {
  const t = useT()
  const isRunning = standing.some((one) => one.state === 'running')
  return (
    <Card title={t('personalDataPhone.kept.title')}>
      {isRunning ? (
        <p>{t('personalDataPhone.kept.running')}</p>
      ) : (
        <ul>
          {standing.map((one) => (
            <Kept key={one.kind} standing={one} />
          ))}
        </ul>
      )}
      {refused !== null && (
        <Notice look="info">
          <p>{t(`personalDataPhone.erasure.refused.${refused.refusal}`)}</p>
          <p>{t('personalDataPhone.erasure.complain')}</p>
        </Notice>
      )}
      <AskErasure askedOn={askedOn} />
    </Card>
  )
}

/** The wire knows every kind of data; a person's own are these. */
const OWN_KINDS = [
  'contact',
  'papers',
  'right_to_work',
  'pay',
  'contract',
  'attestation',
  'tutoring',
  'identity',
] as const

function Kept({ standing }: { standing: Standing }) {
  const t = useT()
  const locale = useLocale()
  const kind = OWN_KINDS.find((one) => one === standing.kind)
  if (kind === undefined) return null
  const name = t(`personalDataPhone.kept.kinds.${kind}`)
  if (standing.state === 'erased')
    return <li>{t('personalDataPhone.kept.erased', { kind: name })}</li>
  const until = standing.keptUntil === null ? '' : formatDate(standing.keptUntil, locale)
  return <li>{t('personalDataPhone.kept.until', { kind: name, on: until })}</li>
}

function AskErasure({ askedOn }: { askedOn: string | null }) {
  const t = useT()
  const locale = useLocale()
  const ask = useAskErasure()
  if (askedOn !== null)
    return (
      <Notice look="info">
        <p>{t('personalDataPhone.erasure.asked', { on: formatDate(askedOn, locale) })}</p>
      </Notice>
    )
  return (
    <>
      <p>{t('personalDataPhone.erasure.hint')}</p>
      {ask.error && <ProblemNotice error={ask.error} />}
      <Button type="button" look="secondary" isBusy={ask.isPending} onClick={() => ask.mutate()}>
        {t('personalDataPhone.erasure.ask')}
      </Button>
    </>
  )
}
