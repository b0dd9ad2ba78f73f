import { randomUUID } from 'node:crypto'
import type { MileageVehicle } from '@terreau/domain/expenses/mileage-scale'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { monthOf, yearOf } from '@terreau/domain/time/year-month'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { personExists } from '../../people/index.ts'

interface NewVehicle {
  personId: string
  kind: MileageVehicle
  label: string
  fiscalHorsepower: number
  isElectric: boolean
  fromOn: LocalDate
  broughtKm: number
}

/** Staff read the registration card: power and kind come from it, never from the person's memory. */
export const addVehicle = mutation<NewVehicle, { id: string }>({
  access: 'declaration.declare-for',
  async run(tx, ctx, { broughtKm, ...vehicle }) {
    await personExists(tx, ctx, vehicle.personId)
    const id = randomUUID()
    const broughtYear = broughtKm === 0 ? null : yearOf(monthOf(vehicle.fromOn))
    await tx
      .insertInto('vehicle')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        ...vehicle,
        broughtKm,
        broughtYear,
        recordedBy: userIdOf(ctx),
        recordedAt: ctx.now,
      })
      .execute()
    const { personId, label: _, ...after } = vehicle
    const entity = { kind: 'person', id: personId }
    return {
      value: { id },
      audit: [{ action: 'vehicle.added', entity, after: { ...after, vehicleId: id, broughtKm } }],
    }
  },
})

/** The vehicle was sold or given back: later months no longer propose it. */
export const endVehicle = mutation<{ vehicleId: string; untilOn: LocalDate }, undefined>({
  access: 'declaration.declare-for',
  async run(tx, ctx, { vehicleId, untilOn }) {
    const row = found(
      await tx
        .selectFrom('vehicle')
        .select(['personId', 'fromOn'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', vehicleId)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (untilOn < localDate(row.fromOn)) {
      const errors = [{ pointer: '/body/untilOn', code: 'ends-before-start' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    await tx
      .updateTable('vehicle')
      .set({ untilOn })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', vehicleId)
      .execute()
    const entity = { kind: 'person', id: row.personId }
    return {
      value: undefined,
      audit: [{ action: 'vehicle.ended', entity, after: { vehicleId, untilOn } }],
    }
  },
})
