/** The salary simulator on the phone. */
export const salaryPhone = {
  title: 'Simuler mon salaire',
  hint: 'Une estimation avec le modèle de l’État. Ce n’est pas une promesse de paie.',
  door: {
    legend: 'Que voulez-vous savoir ?',
    budget: 'J’ai de l’argent sur mon compte',
    net: 'Je veux recevoir un montant',
  },
  budget: {
    label: 'Combien voulez-vous utiliser ?',
    hint: 'Nous avons mis ce qui est disponible. Changez le montant si vous voulez.',
  },
  net: { label: 'Combien voulez-vous recevoir par mois ?', hint: 'Avant l’impôt sur le revenu.' },
  empty: 'Écrivez un montant pour commencer.',
  less: 'Enlever 10 €',
  more: 'Ajouter 10 €',
  act: 'Calculer',
  result: {
    title: 'Le résultat',
    budget: 'Vous pouvez recevoir environ :',
    net: 'Il faut sur votre compte environ :',
    unpaid: 'Ce montant est trop petit pour un salaire. Tout reste sur votre compte.',
    least: 'Un salaire se calcule à partir de {amount}.',
    steps: 'Où va cet argent',
    netPart: 'Vous recevez, avant impôt',
    employee: 'Vos cotisations : santé, retraite, chômage',
    employer: 'Les cotisations de la coopérative',
    total: 'Coût du salaire, en tout',
    kept: 'Reste sur votre compte',
    gross: 'Sur la fiche de paie, le brut est de {amount}.',
    reduction: 'L’État réduit les cotisations de {amount}. C’est déjà compté.',
    remark: {
      'reduction-ends':
        'À ce niveau, plus d’argent ne donne pas tout de suite plus. L’aide de l’État s’arrêterait d’un coup.',
      'net-falls':
        'À ce niveau, une cotisation de plus commence. Plus d’argent ne donne pas tout de suite plus.',
    },
    when: 'Estimation du {date}, avec les règles de {month}.',
    source: 'Modèle de l’État : {version}.',
    promise: 'Ce n’est pas une promesse de paie.',
  },
  notEmployee: {
    title: 'Sous CAPE, il n’y a pas encore de salaire.',
    hint: 'Ce calcul montre un salaire après le passage en CESA.',
  },
} as const
