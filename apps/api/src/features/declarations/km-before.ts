import { yearAllowance } from '@terreau/domain/expenses/mileage'
import type { MileageVehicle } from '@terreau/domain/expenses/mileage-scale'
import { add, type Cents, cents } from '@terreau/domain/money/cents'
import { yearOf } from '@terreau/domain/time/year-month'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { firstOpenMonthIn } from '../ledger/index.ts'
import type { DeclarationKey } from './declared-lines.ts'

interface Driven {
  km: number
  fiscalHorsepower: number
  vehicle: MileageVehicle
  electric: boolean
  vehicleId?: string | null
}

interface DrivenBefore {
  kmBefore: number
  paidBeforeCents: Cents
}

/**
 * Each trip with the kilometres that its vehicle drove for work in the calendar year and what they were paid,
 * the trips before it in this declaration included. Two vehicles never share a bracket, even in one activity;
 * one vehicle used for two activities has one.
 */
export async function withKmBefore<T extends Driven>(
  tx: Tx,
  cooperativeId: string,
  declaration: DeclarationKey,
  trips: readonly T[],
): Promise<(T & DrivenBefore)[]> {
  const year = yearOf(declaration.concernsMonth)
  const driven = new Map<string, DrivenBefore>()
  const dated = []
  for (const trip of trips) {
    const vehicle = trip.vehicleId ?? String(trip.fiscalHorsepower)
    const before = driven.get(vehicle) ?? (await drivenInYear(tx, cooperativeId, declaration, trip))
    const kmAfter = before.kmBefore + trip.km
    const paidAfter = yearAllowance({ ...trip, year }, kmAfter)
    driven.set(vehicle, { kmBefore: kmAfter, paidBeforeCents: paidAfter })
    dated.push({ ...trip, ...before })
  }
  return dated
}

/**
 * Kilometres of the calendar year that a vehicle has in what stands, this declaration apart, with those
 * brought from before, and what was paid for them. A month accepted after a later one, or corrected after it,
 * comes after all that was accepted and pays what is missing, so that the year adds up whatever the order.
 */
async function drivenInYear(
  tx: Tx,
  cooperativeId: string,
  declaration: DeclarationKey,
  trip: Driven,
): Promise<DrivenBefore> {
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
  // First the trips of the vehicle, then what stands of them. A plan made while the tables were empty, which an
  // import keeps for its one transaction, would read every declaration again for each acceptance.
  const { rows } = await sql<{ brought: number; km: number; paid: bigint }>`
    with driven as materialized (
      select t.declaration_id, t.km, t.allowance_cents from terreau.trip_line t
        join terreau.declaration d on d.cooperative_id = t.cooperative_id and d.id = t.declaration_id
       where t.cooperative_id = ${cooperativeId} and ${ofVehicle(declaration, trip)} and d.id <> ${declaration.id})
    select coalesce((${brought}), 0)::integer as brought, coalesce(sum(n.km), 0)::integer as km,
           coalesce(sum(n.allowance_cents), 0)::bigint as paid
      from driven n
      join terreau.standing_acceptance a
        on a.cooperative_id = ${cooperativeId} and a.declaration_id = n.declaration_id
     where a.concerns_month between ${`${year}-01`} and ${`${year}-12`}`.execute(tx)
  const { brought: broughtKm, km, paid } = rows[0] ?? { brought: 0, km: 0, paid: 0n }
  return {
    kmBefore: broughtKm + km,
    paidBeforeCents: add(yearAllowance({ ...trip, year }, broughtKm), cents(paid)),
  }
}

/** Trips `t` of declarations `d` that share the bracket of this one. */
function ofVehicle(
  { activityId, personId }: DeclarationKey,
  { vehicleId, fiscalHorsepower }: Driven,
): RawBuilder<boolean> {
  return vehicleId == null
    ? sql`t.vehicle_id is null and t.fiscal_horsepower = ${fiscalHorsepower}
          and d.activity_id = ${activityId} and d.person_id = ${personId}`
    : sql`t.vehicle_id = ${vehicleId}`
}

/**
 * The declarations of open months that were accepted after this one, which is taken back, when what they were
 * paid for a vehicle is no longer what the scale gives for the kilometres that are left.
 */
export async function paidOffScale(
  tx: Tx,
  cooperativeId: string,
  declaration: DeclarationKey,
  trips: readonly Driven[],
): Promise<string[]> {
  const year = yearOf(declaration.concernsMonth)
  const found: string[] = []
  for (const trip of trips) {
    const left = await drivenInYear(tx, cooperativeId, declaration, trip)
    if (yearAllowance({ ...trip, year }, left.kmBefore) === left.paidBeforeCents) continue
    const { rows } = await sql<{ id: string }>`
      select distinct d.id from terreau.trip_line t
        join terreau.declaration d on d.cooperative_id = t.cooperative_id and d.id = t.declaration_id
        join terreau.standing_acceptance a on a.cooperative_id = d.cooperative_id and a.declaration_id = d.id
       where t.cooperative_id = ${cooperativeId} and ${ofVehicle(declaration, trip)} and d.id <> ${declaration.id}
         and a.concerns_month between ${`${year}-01`} and ${`${year}-12`}
         and a.month >= ${firstOpenMonthIn(cooperativeId)}
         and a.accepted_at >= (select max(k.accepted_at) from terreau.acceptance k
                                where k.cooperative_id = ${cooperativeId} and k.declaration_id = ${declaration.id})
         and not exists (select from terreau.standing_bank_credit b
                          where b.cooperative_id = d.cooperative_id and b.declaration_id = d.id)`.execute(
      tx,
    )
    found.push(...rows.map((row) => row.id))
  }
  return [...new Set(found)]
}
