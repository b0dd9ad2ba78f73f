import { localDate } from '@terreau/domain/time/local-date'
import type { ActivityConventionFacts } from '../src/documents/activity-convention/model.ts'
import { issue, issuer, person } from './given-people.ts'

export const activityConventionFacts: ActivityConventionFacts = {
  issuer,
  signatory: issue.signatory,
  number: 'CONV-0003',
  activity: 'Les Deux Marmites, traiteur',
  startsOn: localDate('2026-12-01'),
  people: [
    { ...person, sharePermille: 334 },
    { ...person, fullName: 'Ɓah Kɔfi', bornOn: localDate('1991-02-03'), sharePermille: 333 },
    { ...person, fullName: 'Ẹbùn Ọla', bornOn: localDate('1988-08-30'), sharePermille: 333 },
  ],
  nature: 'Traiteur pour des fêtes et des marchés.\nCuisine du Fouta et du Cameroun.',
  paySplit: 'Selon les parts, une fois payés les frais de chacune.',
  clientele: 'Commune. Si l’une part, chacune garde les clients qu’elle a amenés.',
  tradeName: '« Les Deux Marmites ». Le nom reste à celles qui continuent.',
  sharedGoods: 'Un triporteur, deux glacières et le fichier des clients.',
  place: 'Lyon',
}
