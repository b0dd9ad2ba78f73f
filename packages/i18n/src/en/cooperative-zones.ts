import type { cooperativeZones as source } from '../fr/cooperative-zones.ts'
import type { Translation } from '../t.ts'

export const cooperativeZones = {
  'Europe/Paris': 'Paris',
  'America/Guadeloupe': 'Guadeloupe',
  'America/Martinique': 'Martinique',
  'America/Cayenne': 'French Guiana',
  'America/St_Barthelemy': 'Saint Barthélemy',
  'America/Marigot': 'Saint Martin',
  'America/Miquelon': 'Saint Pierre and Miquelon',
  'Indian/Reunion': 'Réunion',
  'Indian/Mayotte': 'Mayotte',
  'Pacific/Noumea': 'New Caledonia',
  'Pacific/Tahiti': 'French Polynesia (Tahiti)',
  'Pacific/Marquesas': 'French Polynesia (Marquesas)',
  'Pacific/Gambier': 'French Polynesia (Gambier)',
  'Pacific/Wallis': 'Wallis and Futuna',
} satisfies Translation<typeof source>
