import { yearOf } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { DeclarationKey } from './declared-lines.ts'

interface Driven {
  km: number
  fiscalHorsepower: number
  vehicleId?: string | null
}

/**
 * Each trip with the kilometres that its vehicle drove for work earlier in the calendar year, the trips
 * before it in this declaration included. Two vehicles never share a bracket, even in one activity; one
 * vehicle used for two activities has one.
 */
export async function withKmBefore<T extends Driven>(
  tx: Tx,
  cooperativeId: string,
  declaration: DeclarationKey,
  trips: readonly T[],
): Promise<(T & { kmBefore: number })[]> {
  const driven = new Map<string, number>()
  const dated = []
  for (const trip of trips) {
    const vehicle = trip.vehicleId ?? String(trip.fiscalHorsepower)
    const kmBefore = driven.get(vehicle) ?? (await kmOfYear(tx, cooperativeId, declaration, trip))
    driven.set(vehicle, kmBefore + trip.km)
    dated.push({ ...trip, kmBefore })
  }
  return dated
}

/**
 * Kilometres of the calendar year that a vehicle has in what stands up to this month, this declaration
 * apart, with those brought from before. A late trip comes after all that was booked, so the year adds up.
 */
async function kmOfYear(
  tx: Tx,
  cooperativeId: string,
  declaration: DeclarationKey,
  trip: Driven,
): Promise<number> {
  const year = yearOf(declaration.concernsMonth)
  const vehicleId = trip.vehicleId ?? null
  const { activityId, personId } = declaration
  const brought =
    vehicleId === null
      ? sql`select f.km from terreau.carried_figure f
              join terreau.activity a on a.cooperative_id = f.cooperative_id and a.id = f.activity_id
             where f.cooperative_id = ${cooperativeId} and f.activity_id = ${activityId}
               and f.person_id = ${personId} and f.year = ${year}
               and coalesce(a.fiscal_horsepower, ${trip.fiscalHorsepower}) = ${trip.fiscalHorsepower}`
      : sql`select v.brought_km from terreau.vehicle v
             where v.cooperative_id = ${cooperativeId} and v.id = ${vehicleId} and v.brought_year = ${year}`
  const sameVehicle =
    vehicleId === null
      ? sql`t.vehicle_id is null and t.fiscal_horsepower = ${trip.fiscalHorsepower}
            and d.activity_id = ${activityId} and d.person_id = ${personId}`
      : sql`t.vehicle_id = ${vehicleId}`
  // First the trips of the vehicle, then what stands of them. A plan made while the tables were empty, which an
  // import keeps for its one transaction, would read every declaration again for each acceptance.
  const { rows } = await sql<{ km: number }>`
    with driven as materialized (
      select t.declaration_id, t.km from terreau.trip_line t
        join terreau.declaration d on d.cooperative_id = t.cooperative_id and d.id = t.declaration_id
       where t.cooperative_id = ${cooperativeId} and ${sameVehicle} and d.id <> ${declaration.id})
    select (coalesce((${brought}), 0)
          + coalesce((select sum(n.km) from driven n
              join terreau.standing_acceptance a
                on a.cooperative_id = ${cooperativeId} and a.declaration_id = n.declaration_id
             where a.month <= ${declaration.month}
               and a.concerns_month between ${`${year}-01`} and ${`${year}-12`}), 0))::integer as km`.execute(
    tx,
  )
  return rows[0]?.km ?? 0
}
