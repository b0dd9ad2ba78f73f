/** What is wrong with a line that someone declares: all that the screens of a declaration check themselves. */
export const lineErrors = {
  'field-required': 'Remplissez cette ligne.',
  'vehicle-missing': 'Choisissez le véhicule.',
  'amount-empty': 'Écrivez un montant.',
  'amount-characters': 'Le montant doit contenir seulement des chiffres et une virgule.',
  'amount-decimals': 'Le montant a trop de chiffres après la virgule.',
  'amount-too-large': 'Le montant est trop grand. Vérifiez les chiffres.',
  'amount-negative': 'Ce montant ne peut pas être négatif.',
  'amount-zero': 'Le montant est zéro. Écrivez ce que vous avez reçu, ou enlevez la ligne.',
  'amount-not-positive': 'Écrivez un montant plus grand que zéro.',
  'amount-ambiguous': 'Écrivez le montant autrement : {decimal} ou {thousands} ?',
  'km-not-whole': 'Écrivez les kilomètres sans virgule. Exemple : 120',
  'vat-above-gross': 'La TVA est plus grande que le prix payé. Vérifiez les deux.',
} as const
