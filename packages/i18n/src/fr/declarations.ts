/** Pages where a person declares a month, on a phone. Words of daily life, 12 per question at most. */
export const declarations = {
  category: {
    supplies: 'Matériel, fournitures',
    production_purchase: 'Achats pour produire ou revendre',
    restaurant: 'Repas',
    toll: 'Péage',
    parking: 'Parking',
    electricity: 'Électricité',
    car_fuel: 'Essence, voiture',
    van_fuel: 'Essence, utilitaire',
    phone: 'Téléphone, internet',
    hotel: 'Hôtel',
    train: 'Train, bus',
    plane: 'Avion',
    taxi: 'Taxi',
    insurance: 'Assurance',
    other: 'Autre chose',
  },
  proof: {
    unnamedCustomer: 'Client',
    fixedRate: 'taux fixe',
    kilometres: '{km} km en voiture',
  },
} as const
