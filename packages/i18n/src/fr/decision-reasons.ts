/** Why somebody is not admitted, or not yet, as the letter says it to them. */
export const decisionReasons = {
  project_too_early: 'Votre projet a encore besoin de temps avant un contrat.',
  activity_not_insurable: 'Notre assurance ne couvre pas cette activité.',
  activity_regulated: 'La loi demande un diplôme ou un titre pour cette activité.',
  needs_premises_or_investment:
    'Votre projet demande un local ou un gros achat. Nous ne pouvons pas le porter.',
  not_available_enough: 'Votre projet demande plus de temps que vous n’en avez aujourd’hui.',
  outside_territory: 'Vous êtes trop loin de nos lieux d’accueil.',
  no_place_left: 'Nous n’avons plus de place pour le moment.',
  better_helped_elsewhere: 'Une autre structure peut mieux vous aider.',
  other: 'Nous vous expliquons pourquoi ci-dessous.',
} as const
