/** The notice of article R5142-1 of the labour code to URSSAF and France Travail. */
export const capeNotice = {
  subtitle: 'Article R5142-1 du code du travail',
  titleConclusion: 'Conclusion d’un contrat d’appui au projet d’entreprise',
  titleRenewal: 'Renouvellement d’un contrat d’appui au projet d’entreprise',
  titleEarlyEnd: 'Fin anticipée d’un contrat d’appui au projet d’entreprise',
  urssaf: 'URSSAF',
  france_travail: 'France Travail',
  greeting: 'Madame, Monsieur,',
  conclusion:
    'Nous vous informons que nous avons conclu un contrat d’appui au projet d’entreprise avec la ' +
    'personne ci-dessous, et de la date prévue pour sa fin.',
  renewal:
    'Nous vous informons que le contrat d’appui au projet d’entreprise de la personne ci-dessous ' +
    'est renouvelé, et de la nouvelle date prévue pour sa fin.',
  early_end:
    'Nous vous informons que le contrat d’appui au projet d’entreprise de la personne ci-dessous ' +
    'prend fin avant son terme.',
  contractNumber: 'Numéro du contrat',
  concludedOn: 'Conclu le',
  startsOn: 'Commence le',
  endsOn: 'Fin prévue le',
  termOn: 'Terme qui était prévu',
  endedOn: 'Dernier jour du contrat',
  rank: 'Rang',
  address: 'Adresse',
  supporter: 'Coopérative',
  closing: 'Nous restons à votre disposition pour toute précision.',
} as const
