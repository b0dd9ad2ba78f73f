/** What `terreau salary` says. */
export const salaryCommand = {
  usage: `Usage : terreau salary --month AAAA-MM (--budget | --gross | --net) MONTANT [options]

Estime une paie d’un mois avec le modèle officiel (modele-social), sans base de données.
Écrit du JSON, les montants en euros. C’est une estimation, pas une promesse de paie.

  --budget MONTANT               ce que la coopérative peut dépenser, tout compris :
                                 le plus grand brut dont le coût tient dans ce budget
  --gross MONTANT                le salaire brut
  --net MONTANT                  le net avant impôt voulu : le plus petit brut qui le donne
  --month AAAA-MM                le mois de paie, de 2026-01 à 2026-12
  --headcount N                  effectif de la coopérative (60)
  --hours H                      heures par semaine d’un temps partiel ordinaire, au plus 35 ;
                                 sans cette option, un CESA, qui n’a pas d’horaire
  --accident-rate TAUX           taux accidents du travail, en % (2,08)
  --health-cover MONTANT         mutuelle par mois, les deux parts (40)
  --health-employer-share TAUX   part de la mutuelle payée par la coopérative, en % (50)
  --lang fr|en                   langue des messages (fr)

Un montant s’écrit 3419.55, 3419,55 ou « 3 419,55 € ». « 3.419 » est refusé : il se lit de deux façons.
Code de sortie : 0 calculé (même si le budget ne permet aucun salaire), 1 refusé, 2 mal appelé.

Exemple : npm run terreau -- salary --budget 3419.55 --month 2026-07 --headcount 60
`,
  oneWish: 'Donnez un montant, un seul : --budget, --gross ou --net.',
  monthWanted: 'Donnez le mois de paie : --month 2026-07. Les taux changent dans l’année.',
  noArgument: 'Argument inattendu : {value}.',
  option: '{option} : {reason}',
  amountEmpty: 'Montant manquant.',
  hoursUnreadable: 'Heures illisibles : {value}. Elles s’écrivent comme 17,5 et vont de 1 à 35.',
  rateOutOfRange: 'Taux hors limites : {value}. Attendu : de {least} % à {most} %.',
  amountOutOfRange: 'Montant hors limites : {value}. Attendu : de {least} à {most}.',
  remark: {
    'reduction-ends':
      'À 3 SMIC, la réduction de cotisations s’arrête d’un coup : un centime de brut de plus dépasserait le budget. Le reste attend sur le compte.',
    'net-falls':
      'Au-dessus du plafond de la sécurité sociale, une cotisation commence sur tout le brut : autour de ce niveau, un budget plus grand ne donne pas un net plus élevé.',
  },
  unpaid: 'Ce budget est trop petit : aucun salaire ce mois, tout reste sur le compte.',
  estimate: 'Estimation, pas une promesse de paie.',
} as const
