import type { capeNotice as fr } from '../fr/documents-cape-notice.ts'
import type { SameTexts } from '../fr/documents-shape.ts'

export const capeNotice: SameTexts<typeof fr> = {
  subtitle: 'Article R5142-1 of the French labour code',
  titleConclusion: 'Conclusion of a business project support contract (CAPE)',
  titleRenewal: 'Renewal of a business project support contract (CAPE)',
  titleEarlyEnd: 'Early end of a business project support contract (CAPE)',
  urssaf: 'URSSAF',
  france_travail: 'France Travail',
  greeting: 'Dear Sir or Madam,',
  conclusion:
    'We inform you that we have concluded a business project support contract (CAPE) with the ' +
    'person below, and of the day on which it is planned to end.',
  renewal:
    'We inform you that the business project support contract (CAPE) of the person below is ' +
    'renewed, and of the new day on which it is planned to end.',
  early_end:
    'We inform you that the business project support contract (CAPE) of the person below ends ' +
    'before its term.',
  contractNumber: 'Contract number',
  concludedOn: 'Concluded on',
  startsOn: 'Starts on',
  endsOn: 'Planned to end on',
  termOn: 'Term that was planned',
  endedOn: 'Last day of the contract',
  rank: 'Rank',
  address: 'Address',
  supporter: 'Cooperative',
  closing: 'We remain at your disposal for any further detail.',
}
