import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { todayInZone } from '../../lib/today.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useEndVehicle } from './mutations.ts'
import { peopleQueries, type Vehicle } from './queries.ts'
import { VehicleForm } from './vehicle-form.tsx'

/** The vehicles whose kilometres are paid: each has its own brackets of the scale in a year. */
export function FileVehicles({ personId }: { personId: string }) {
  const t = useT()
  const locale = useLocale()
  const mayEdit = useCan('declaration.declare-for')
  const { data: vehicles, error, refetch } = useQuery(peopleQueries.vehicles(personId))
  const end = useEndVehicle(personId)
  const [isOpen, setOpen] = useState(false)
  const columns: Column<Vehicle>[] = [
    { key: 'label', header: t('people.vehicles.label'), cell: (row) => row.label },
    {
      key: 'kind',
      header: t('people.vehicles.kind'),
      cell: (row) =>
        [
          t(`people.vehicles.kinds.${row.kind}`),
          t('people.vehicles.power', { n: row.fiscalHorsepower }),
          row.isElectric ? t('people.vehicles.electric') : '',
        ]
          .filter((part) => part !== '')
          .join(', '),
    },
    {
      key: 'used',
      header: t('people.vehicles.used'),
      cell: (row) =>
        row.untilOn === null
          ? t('people.vehicles.since', { date: formatDate(row.fromOn, locale, 'short') })
          : t('people.vehicles.between', {
              from: formatDate(row.fromOn, locale, 'short'),
              to: formatDate(row.untilOn, locale, 'short'),
            }),
    },
  ]
  if (mayEdit) {
    columns.push({
      key: 'acts',
      header: t('people.vehicles.acts'),
      cell: (row) =>
        row.untilOn === null && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => end.mutate({ vehicleId: row.id, untilOn: todayInZone() })}
          >
            {t('people.vehicles.end')}
            <span className="visually-hidden"> {row.label}</span>
          </Button>
        ),
    })
  }
  return (
    <section aria-labelledby="vehicles">
      <h2 id="vehicles">{t('people.vehicles.title')}</h2>
      <p>{t('people.vehicles.hint')}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {end.error && <ErrorBlock error={end.error} />}
      {vehicles?.length === 0 && <p>{t('people.vehicles.none')}</p>}
      {vehicles !== undefined && vehicles.length > 0 && (
        <DataTable
          caption={t('people.vehicles.title')}
          columns={columns}
          rows={vehicles}
          rowKey={(row) => row.id}
        />
      )}
      {mayEdit && !isOpen && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('people.vehicles.add')}
        </Button>
      )}
      {isOpen && <VehicleForm personId={personId} onDone={() => setOpen(false)} />}
    </section>
  )
}
