/** What an expense can be; the rules of `declarationsSteps` hold here too. */
export const declarationsCategory = {
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
  other: 'Autre dépense',
} as const
