import { localDate } from '@terreau/domain/time/local-date'
import type { InterviewReportFacts } from '../src/documents/interview-report/model.ts'
import { cesaContractFacts } from './given-cesa-contract.ts'

const { issuer, person, place } = cesaContractFacts

export const interviewReportFacts: InterviewReportFacts = {
  issuer,
  place,
  number: 'ENT-0012',
  person: { fullName: person.fullName, bornOn: person.bornOn },
  contract: { kind: 'CESA', number: 'CESA-2027-003' },
  conductorName: 'Nadia Benali',
  heldOn: localDate('2027-11-05'),
  way: 'place',
  heldAt: 'bureau de Montreuil',
  report: {
    review:
      'Trois mois de ventes régulières, deux marchés par semaine.\nLes frais de matière restent élevés.',
    outlook: 'Un troisième marché dès février, puis des repas pour des associations.',
    actions:
      'Individuelle : revoir les prix avec l’atelier gestion.\nCollective : groupe des métiers de bouche.',
    needs: 'Un appui pour le dossier d’hygiène et pour lire le compte d’activité.',
    agreed: 'La part fixe reste à 600 €.',
    nextSteps: '',
  },
}
