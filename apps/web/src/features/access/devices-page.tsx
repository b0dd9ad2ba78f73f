import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import type { Api } from '../../lib/api.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { Button } from '../../ui/phone/button.tsx'
import { Card, Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { deviceName } from './device-name.ts'
import { useEndDevice } from './mutations.ts'
import { accessQueries } from './queries.ts'

type Device = Api['GET /sessions']['response'][number]

/** Where one's space is open, and the way to close it on a lost phone. */
export function DevicesPage() {
  const t = useT()
  const { data: devices, error, refetch } = useQuery(accessQueries.devices())
  const [isEnded, setEnded] = useState(false)
  return (
    <Page title={t('access.devices.title')} hint={t('access.devices.hint')} back="/moi/compte">
      <div role="status">
        {isEnded && <Notice look="success">{t('access.devices.signedOut')}</Notice>}
      </div>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {devices === undefined && !error && <Loading />}
      {devices?.map((device) => (
        <DeviceCard key={device.id} device={device} onEnded={() => setEnded(true)} />
      ))}
    </Page>
  )
}

function DeviceCard({ device, onEnded }: { device: Device; onEnded: () => void }) {
  const t = useT()
  const locale = useLocale()
  const end = useEndDevice()
  const { browser, system } = deviceName(device.device)
  const name = t('access.devices.name', {
    browser: browser ?? t('access.devices.unknownBrowser'),
    system: system ?? t('access.devices.unknownSystem'),
  })
  return (
    <Card title={device.isThisOne ? t('access.devices.thisOne') : name}>
      {device.isThisOne && <p>{name}</p>}
      <p className="hint">
        {t('access.devices.lastSeen', { date: formatInstant(device.lastSeenAt, locale) })}
      </p>
      {end.error && <ProblemNotice error={end.error} />}
      {!device.isThisOne && (
        <Button
          type="button"
          look="secondary"
          isBusy={end.isPending}
          onClick={() => afterWrite(end.mutateAsync(device.id), onEnded)}
        >
          {t('access.devices.signOut')}
        </Button>
      )}
    </Card>
  )
}
