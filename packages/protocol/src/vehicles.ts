import { MILEAGE_VEHICLES } from '@terreau/domain/expenses/mileage-scale'
import { z } from 'zod'
import { localDateCodec, shortText, uuid } from './codecs.ts'
import { vehicleChoice } from './declaration-views.ts'
import { endpoint } from './endpoint.ts'

const vehicle = vehicleChoice.extend({
  fromOn: localDateCodec,
  untilOn: localDateCodec.nullable(),
  broughtYear: z.int().nullable(),
  broughtKm: z.int(),
})

const personId = z.strictObject({ personId: uuid })

/** The vehicles whose kilometres a person is paid for. */
export const vehiclesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/people/:personId/vehicles',
    tag: 'declarations',
    summary: 'The vehicles of a person, those in use first',
    access: 'declaration.read',
    params: personId,
    response: z.array(vehicle),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/vehicles',
    tag: 'declarations',
    summary: 'Adds a vehicle as its registration card says; its kilometres are counted apart',
    access: 'declaration.declare-for',
    params: personId,
    body: z.strictObject({
      kind: z.enum(MILEAGE_VEHICLES),
      label: shortText,
      fiscalHorsepower: z.int().min(1).max(50),
      isElectric: z.boolean(),
      fromOn: localDateCodec,
      /** Kilometres already paid in the year of `fromOn`, elsewhere or as the car of the activity. */
      broughtKm: z.int().min(0).max(1_000_000),
    }),
    response: z.strictObject({ id: uuid }),
  }),
  endpoint({
    method: 'POST',
    path: '/vehicles/:vehicleId/end',
    tag: 'declarations',
    summary: 'Says until when a vehicle was used; what it drove stays',
    access: 'declaration.declare-for',
    params: z.strictObject({ vehicleId: uuid }),
    body: z.strictObject({ untilOn: localDateCodec }),
  }),
] as const
