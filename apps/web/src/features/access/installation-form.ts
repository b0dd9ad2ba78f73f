import { isSiren } from '@terreau/domain/cooperative/siren'
import { COOPERATIVE_ZONES } from '@terreau/domain/time/zoned-day'
import type { Api } from '../../lib/api.ts'
import type { PhoneKey } from '../../lib/routes.ts'
import { todayInZone } from '../../lib/today.ts'
import { looksLikeEmail } from './looks-like-email.ts'

/** Each field by its place in the body of the API, with the words of its label. */
export const INSTALLATION_LABELS = {
  setupCode: 'access.installation.setupCode',
  'cooperative.name': 'access.installation.name',
  'cooperative.legalForm': 'access.installation.legalForm',
  'cooperative.siren': 'access.installation.siren',
  'cooperative.seatAddress': 'access.installation.seatAddress',
  'cooperative.city': 'access.installation.city',
  'cooperative.email': 'access.installation.cooperativeEmail',
  'cooperative.phone': 'access.installation.phone',
  'cooperative.signatoryName': 'access.installation.signatoryName',
  'cooperative.signatoryCapacity': 'access.installation.signatoryCapacity',
  'cooperative.timeZone': 'access.installation.timeZone',
  'cooperative.firstMonth': 'access.installation.firstMonth',
  'direction.displayName': 'access.installation.displayName',
  'direction.email': 'access.email',
  'direction.password': 'access.password.label',
} as const satisfies Record<string, PhoneKey>

export type InstallationField = keyof typeof INSTALLATION_LABELS
/** A field of the form, tied to its value. */
export interface BoundField {
  name: InstallationField
  label: string
  value: string
  onChange: (value: string) => void
  error: string | null
}

export type InstallationValues = Record<InstallationField, string>

export const INSTALLATION_FIELDS = Object.keys(INSTALLATION_LABELS).filter(isField)

export function emptyInstallation(): InstallationValues {
  const empty = Object.fromEntries(
    INSTALLATION_FIELDS.map((name) => [name, '']),
  ) as InstallationValues
  return {
    ...empty,
    'cooperative.timeZone': COOPERATIVE_ZONES[0],
    'cooperative.firstMonth': todayInZone().slice(0, 7),
  }
}

export type InstallationFaults = Partial<Record<InstallationField, 'missing' | 'email' | 'siren'>>

/** What is missing or mistyped, before asking the server. */
export function installationFaults(values: InstallationValues): InstallationFaults {
  const faults: InstallationFaults = {}
  for (const name of INSTALLATION_FIELDS) {
    const value = values[name].trim()
    if (value === '' && name !== 'cooperative.phone') faults[name] = 'missing'
    else if (name.endsWith('.email') && !looksLikeEmail(value)) faults[name] = 'email'
    else if (name === 'cooperative.siren' && !isSiren(value.replaceAll(/\s/g, '')))
      faults[name] = 'siren'
  }
  return faults
}

export function installationBody(values: InstallationValues): Api['POST /installation']['body'] {
  return {
    setupCode: values.setupCode,
    cooperative: {
      name: values['cooperative.name'],
      legalForm: values['cooperative.legalForm'],
      siren: values['cooperative.siren'],
      seatAddress: values['cooperative.seatAddress'],
      city: values['cooperative.city'],
      email: values['cooperative.email'],
      phone: values['cooperative.phone'],
      signatoryName: values['cooperative.signatoryName'],
      signatoryCapacity: values['cooperative.signatoryCapacity'],
      timeZone: COOPERATIVE_ZONES.find((zone) => zone === values['cooperative.timeZone']),
      firstMonth: values['cooperative.firstMonth'],
    },
    direction: {
      displayName: values['direction.displayName'],
      email: values['direction.email'],
      password: values['direction.password'],
    },
  }
}

function isField(name: string): name is InstallationField {
  return Object.hasOwn(INSTALLATION_LABELS, name)
}
