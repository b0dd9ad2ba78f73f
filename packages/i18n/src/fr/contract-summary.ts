/** What a contract says, in plain sentences that its signer reads before the document. */
export const contractSummary = {
  sentence: {
    what: 'Le CAPE vous aide à tester « {activity} » : ce n’est pas un emploi salarié.',
    when: 'Il commence le {from} et se termine le {to}.',
    declare: 'Vous déclarez chaque mois, jusqu’au {day} du mois suivant.',
    declareFirst: 'Vous déclarez chaque mois, jusqu’au 1er du mois suivant.',
    limit: 'Vos engagements envers d’autres ne dépassent pas {amount}, avec notre accord écrit.',
    stop: {
      one: 'Vous ou la coopérative pouvez arrêter, en prévenant {count} jour avant.',
      many: 'Vous ou la coopérative pouvez arrêter, en prévenant {count} de jours avant.',
      other: 'Vous ou la coopérative pouvez arrêter, en prévenant {count} jours avant.',
    },
    stopNow: 'Vous ou la coopérative pouvez arrêter à tout moment, par écrit.',
  },
  cesa: {
    what: 'Le CESA est un emploi salarié pour votre activité « {activity} ».',
    when: 'Il commence le {from} et n’a pas de fin prévue.',
    pay: 'Vous recevez chaque mois au moins {amount} bruts, la part fixe.',
    associate: 'Vous devenez associé au plus tard le {date}, sinon le contrat finit.',
    trial: 'La période d’essai va jusqu’au {date}.',
    noTrial: 'Il n’y a pas de période d’essai.',
  },
  amendment: {
    what: 'Cet avenant change votre contrat {number}.',
    when: 'Le changement vaut à partir du {date}.',
    pay: 'Votre part fixe devient {amount} bruts par mois.',
    clauses: 'Des clauses changent de texte : lisez-les avant et après dans le document.',
    rest: 'Tout le reste de votre contrat ne change pas.',
  },
  contribution: {
    revenue: 'La coopérative garde {rate} de vos ventes hors taxes{more}.',
    gross_margin: 'La coopérative garde {rate} de vos ventes moins vos achats{more}.',
    collected: 'La coopérative garde {rate} des ventes payées par vos clients{more}.',
    tiers: '{from} à {to}',
    floor: ', au moins {amount} par mois',
    fixed: ', plus {amount} par mois',
    period: {
      month: 'Le taux change avec le total du mois.',
      year: 'Le taux change avec le total de l’année.',
    },
    deducted: 'Avant ce calcul, on enlève ces dépenses : {costs}.',
    below: {
      revenue: 'Un mois sous {amount} de ventes, la coopérative ne garde rien.',
      gross_margin:
        'Un mois où ventes moins achats font moins de {amount}, la coopérative ne garde rien.',
      collected: 'Un mois sous {amount} de ventes payées, la coopérative ne garde rien.',
    },
    monthlyCap: 'Elle garde au plus {amount} par mois, tout compris.',
    yearlyCap: 'Elle garde au plus {amount} par an, tout compris.',
    free: '{when}, la coopérative ne garde rien.',
    ratesOnly: '{when}, la coopérative garde seulement {rate}.',
    when: {
      months: {
        one: 'Le premier mois de votre activité',
        many: 'Les {count} de premiers mois de votre activité',
        other: 'Les {count} premiers mois de votre activité',
      },
      cape: 'Pendant votre CAPE',
      cesa: 'Avant de devenir associé',
      associate: 'Une fois que vous êtes associé',
      social_minimum: 'Si vous touchez une aide comme le RSA',
    },
    givenBack: 'Si vous rendez plus que vous ne vendez, la coopérative rend sa part.',
    givenBackMost: 'Elle rend au plus ce qu’elle a gardé dans l’année.',
  },
} as const
