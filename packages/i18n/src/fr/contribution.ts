/** Whom and which costs a contribution leaves out, as a sentence says it: screens and contracts share them. */
export const contribution = {
  status: {
    cape: 'les personnes en CAPE',
    cesa: 'les entrepreneurs salariés qui ne sont pas encore associés',
    associate: 'les associés',
    social_minimum: 'les personnes qui touchent un minimum social',
  },
  cost: {
    supplies: 'fournitures',
    production_purchase: 'achats de production',
    restaurant: 'restaurant',
    toll: 'péage',
    parking: 'parking',
    electricity: 'électricité',
    car_fuel: 'carburant de voiture',
    van_fuel: 'carburant d’utilitaire',
    phone: 'téléphone',
    hotel: 'hôtel',
    train: 'train',
    plane: 'avion',
    taxi: 'taxi',
    insurance: 'assurance',
    other: 'autres dépenses',
    mileage: 'kilomètres',
  },
} as const
