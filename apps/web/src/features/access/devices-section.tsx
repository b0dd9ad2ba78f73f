import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { deviceName } from './device-name.ts'
import { useEndDevice } from './mutations.ts'
import { accessQueries, type Device } from './queries.ts'

/** Where one's space is open, in every cooperative. */
export function DevicesSection() {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(accessQueries.devices())
  const end = useEndDevice()
  const nameOf = (device: Device) => {
    const { browser, system } = deviceName(device.device)
    return t('settings.security.devices.name', {
      browser: browser ?? t('settings.security.devices.unknownBrowser'),
      system: system ?? t('settings.security.devices.unknownSystem'),
    })
  }
  return (
    <section className="panel">
      <h2>{t('settings.security.devices.title')}</h2>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {end.error && <ErrorBlock error={end.error} />}
      {!data && !error && <Loading />}
      {data && (
        <DataTable
          caption={t('settings.security.devices.title')}
          rows={data}
          rowKey={(device) => device.id}
          columns={[
            {
              key: 'device',
              header: t('settings.security.devices.columns.device'),
              cell: nameOf,
            },
            {
              key: 'lastSeen',
              header: t('settings.security.devices.columns.lastSeen'),
              cell: (device) => formatInstant(device.lastSeenAt, locale),
            },
            {
              key: 'act',
              header: t('settings.security.devices.columns.act'),
              cell: (device) =>
                device.isThisOne ? (
                  t('settings.security.devices.thisOne')
                ) : (
                  <Button
                    variant="default"
                    aria-label={t('settings.security.devices.signOutLabel', {
                      name: nameOf(device),
                    })}
                    loading={end.isPending && end.variables === device.id}
                    onClick={() => end.mutate(device.id)}
                  >
                    {t('settings.security.devices.signOut')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}
