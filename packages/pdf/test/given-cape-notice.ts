import { localDate } from '@terreau/domain/time/local-date'
import type { CapeNoticeFacts } from '../src/documents/cape-notice/model.ts'
import { issue, issuer, person } from './given-people.ts'

/** A second renewal that ends before its term. */
export const capeNoticeFacts: CapeNoticeFacts = {
  event: 'early_end',
  recipient: 'france_travail',
  issuer,
  signatory: issue.signatory,
  person,
  contractNumber: 'CAPE-2026-014',
  sequence: 2,
  concludedOn: localDate('2026-08-28'),
  startsOn: localDate('2026-09-01'),
  endsOn: localDate('2027-02-28'),
  termOn: localDate('2027-08-31'),
  activity: 'vente de tissus teints à la main',
  place: 'Lyon',
  writtenOn: localDate('2027-02-03'),
}
