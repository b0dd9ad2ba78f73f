import type { declarationsCategory as source } from '../fr/declarations-category.ts'
import type { Translation } from '../t.ts'

export const declarationsCategory = {
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
  other: 'Other expense',
} as const satisfies Translation<typeof source>
