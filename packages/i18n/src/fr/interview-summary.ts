/** What the report of an interview says, in plain sentences that its signers read before the document. */
export const interviewSummary = {
  what: 'C’est le compte rendu de votre entretien du {date} avec {name}.',
  why: 'La loi demande deux entretiens signés par an.',
  contents: 'Il dit où en est votre activité et ce qui vient ensuite.',
  disagree: 'Une phrase n’est pas juste ? Ne signez pas, et dites-le.',
  after: 'La coopérative signe après vous.',
  ways: { place: 'En personne', phone: 'Au téléphone', video: 'En visio' },
  wayAt: '{how} : {place}',
} as const
