import type { tutoringSubjects as source } from '../fr/tutoring-subjects.ts'
import type { Translation } from '../t.ts'

export const tutoringSubjects = {
  customers: 'Customers',
  prices: 'Prices',
  papers: 'Papers',
  suppliers_abroad: 'Suppliers back home',
  bank: 'Bank',
  social_networks: 'Social networks',
  organisation: 'Organisation',
  language: 'French',
} as const satisfies Translation<typeof source>
