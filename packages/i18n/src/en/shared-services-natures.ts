import type { sharedServicesNatures as source } from '../fr/shared-services-natures.ts'
import type { Translation } from '../t.ts'

export const sharedServicesNatures = {
  team_pay: 'Pay of the team',
  premises: 'Premises',
  accountancy: 'Accountancy',
  insurance: 'Insurance',
  training: 'Training',
  software: 'Software and phone',
  accident_cover: 'Accident cover',
  other_charge: 'Other costs',
  subsidy: 'Subsidies',
  contributions_before: 'Contributions of earlier months',
  other_resource: 'Other income',
} as const satisfies Translation<typeof source>
