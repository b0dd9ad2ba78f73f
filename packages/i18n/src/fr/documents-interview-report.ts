/** The report of an individual interview: what article R7331-3 of the labour code asks it to state. */
export const interviewReport = {
  title: 'Compte rendu d’entretien individuel',
  subtitle: 'Entretien d’accompagnement, article R7331-3 du code du travail',
  person: 'Entrepreneur',
  coop: 'Pour la coopérative',
  contract: 'Contrat',
  heldOn: 'Date de l’entretien',
  heldBy: 'Entretien mené par',
  how: 'Forme de l’entretien',
  ways: { place: 'En personne', phone: 'Au téléphone', video: 'En visioconférence' },
  parts: {
    review: 'Bilan de l’activité',
    outlook: 'Évolution prévisible de l’activité',
    actions: 'Actions individuelles et collectives nécessaires',
    needs: 'Besoins d’accompagnement',
    agreed: 'Ce qui est convenu',
    nextSteps: 'La suite',
  },
  signatures: 'Signatures',
} as const
