import type { declarations as source } from '../fr/declarations.ts'
import type { Translation } from '../t.ts'

export const declarations = {
  category: {
    supplies: 'Equipment, supplies',
    production_purchase: 'Goods to make or resell',
    restaurant: 'Meals',
    toll: 'Toll',
    parking: 'Parking',
    electricity: 'Electricity',
    car_fuel: 'Fuel, car',
    van_fuel: 'Fuel, van',
    phone: 'Phone, internet',
    hotel: 'Hotel',
    train: 'Train, bus',
    plane: 'Plane',
    taxi: 'Taxi',
    insurance: 'Insurance',
    other: 'Something else',
  },
  proof: {
    unnamedCustomer: 'Customer',
    fixedRate: 'fixed rate',
    kilometres: '{km} km by car',
  },
} as const satisfies Translation<typeof source>
