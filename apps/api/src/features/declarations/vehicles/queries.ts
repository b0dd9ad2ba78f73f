import type { MileageVehicle } from '@terreau/domain/expenses/mileage-scale'
import { localDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds } from '../../../platform/own-person.ts'

/** A vehicle as a trip needs it. */
export interface VehicleChoice {
  id: string
  label: string
  kind: MileageVehicle
  fiscalHorsepower: number
  isElectric: boolean
}

/** The vehicles that a person had in a month, by name. */
export async function vehiclesInMonth(
  tx: Tx,
  cooperativeId: string,
  { personId, month }: { personId: string; month: YearMonth },
): Promise<VehicleChoice[]> {
  const rows = await vehiclesOf(tx, cooperativeId, personId)
  return rows
    .filter(({ fromOn }) => fromOn <= lastDay(month))
    .filter(({ untilOn }) => untilOn === null || untilOn >= firstDay(month))
    .map(({ id, label, kind, fiscalHorsepower, isElectric }) => ({
      id,
      label,
      kind,
      fiscalHorsepower,
      isElectric,
    }))
}

/** Every vehicle of a person, those in use first. */
export async function vehiclesOf(tx: Tx, cooperativeId: string, personId: string) {
  const rows = await tx
    .selectFrom('vehicle')
    .select(['id', 'label', 'kind', 'fiscalHorsepower', 'isElectric'])
    .select(['fromOn', 'untilOn', 'broughtYear', 'broughtKm'])
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', fileIds(cooperativeId, personId))
    .orderBy('untilOn', (order) => order.desc().nullsFirst())
    .orderBy('label')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as MileageVehicle,
    fromOn: localDate(row.fromOn),
    untilOn: row.untilOn === null ? null : localDate(row.untilOn),
  }))
}
