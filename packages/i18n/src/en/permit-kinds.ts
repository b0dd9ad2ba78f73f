import type { permitKinds as french } from '../fr/permit-kinds.ts'
import type { Translation } from '../t.ts'

export const permitKinds = {
  french: 'French nationality',
  eu: 'European Union, EEA or Switzerland',
  resident_card: 'Resident card (10 years)',
  private_family_life: 'Private and family life (listed article)',
  family_of_eu_resident: 'Family member (L426-12, L426-13)',
  talent: 'Talent',
  talent_family: 'Talent (family)',
  student: 'Student',
  job_search_creation: 'Job search or business creation',
  subsidiary_protection: 'Subsidiary protection',
  stateless: 'Stateless person',
  provisional_may_work: 'Provisional document “may work”',
  employee: 'Employee (salarié)',
  temporary_worker: 'Temporary worker',
  renewal_receipt: 'Renewal receipt',
  entrepreneur: 'Entrepreneur, liberal profession',
  asylum_seeker: 'Asylum seeker certificate',
  algerian: 'Algerian residence certificate',
  visitor: 'Visitor',
  other: 'Another paper',
} as const satisfies Translation<typeof french>
