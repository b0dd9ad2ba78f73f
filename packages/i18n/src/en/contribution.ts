/** Whom and which costs a contribution leaves out, as a sentence says it: screens and contracts share them. */
export const contribution = {
  status: {
    cape: 'people under a CAPE',
    cesa: 'salaried entrepreneurs who are not associates yet',
    associate: 'associates',
    social_minimum: 'people who receive a minimum income from the State',
  },
  cost: {
    supplies: 'supplies',
    production_purchase: 'production purchases',
    restaurant: 'restaurant',
    toll: 'toll',
    parking: 'parking',
    electricity: 'electricity',
    car_fuel: 'car fuel',
    van_fuel: 'van fuel',
    phone: 'phone',
    hotel: 'hotel',
    train: 'train',
    plane: 'plane',
    taxi: 'taxi',
    insurance: 'insurance',
    other: 'other expenses',
    mileage: 'kilometres',
  },
} as const
