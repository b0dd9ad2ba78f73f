import { foldForSearch } from '../names/normalise.ts'

/**
 * What a file of the payroll service may say of a slip, and the column names that say it, folded: accents,
 * capitals, dashes, units and punctuation do not count. The first name is the one that messages give.
 */
const SLIP_COLUMNS = {
  reference: [
    'référence',
    'réf',
    'référence personne',
    'matricule',
    'matricule salarié',
    'code salarié',
    'numéro salarié',
    'reference',
    'employee id',
    'employee number',
  ],
  familyName: ['nom', 'nom de famille', 'nom salarié', 'family name', 'last name'],
  givenName: ['prénom', 'prénom salarié', 'given name', 'first name'],
  fullName: ['nom et prénom', 'nom prénom', 'prénom nom', 'salarié', 'employee', 'name'],
  contractNumber: ['contrat', 'numéro de contrat', 'n contrat', 'contract'],
  month: ['mois', 'période', 'mois de paie', 'période de paie', 'month', 'pay month'],
  gross: ['brut', 'salaire brut', 'total brut', 'brut total', 'gross', 'gross pay'],
  net: [
    'net avant impôt',
    'net à payer avant impôt',
    'net à payer avant impôt sur le revenu',
    'net avant pas',
    'net',
    'net before tax',
  ],
  netSocial: ['montant net social', 'net social', 'mns', 'net social amount'],
  employerCost: [
    'coût employeur',
    'coût total employeur',
    'coût total',
    'coût global',
    'coût employeur total',
    'total versé par l employeur',
    'employer cost',
    'total employer cost',
  ],
  paidOn: [
    'date de paiement',
    'date de paie',
    'date paiement',
    'date de versement',
    'date de virement',
    'payé le',
    'payment date',
    'paid on',
  ],
  slipNumber: [
    'numéro de bulletin',
    'bulletin',
    'n bulletin',
    'no bulletin',
    'numéro bulletin',
    'slip number',
    'pay slip',
  ],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type SlipField = keyof typeof SLIP_COLUMNS

const REQUIRED = ['gross', 'net', 'netSocial', 'employerCost', 'paidOn'] as const

export type SlipColumns = {
  /** Where each field stands in a line. */
  readonly at: ReadonlyMap<SlipField, number>
  /** Columns that say nothing about a slip, as they are written. */
  readonly unread: readonly string[]
}

/** What keeps the heading of a file from being read: a column is absent, or there twice. */
export type SlipColumnsFault = {
  readonly code: 'column-missing' | 'column-duplicate'
  readonly column: string
}

/** The columns of a heading. Who is paid: a reference, or a family name and a given name, or both in one. */
export function slipColumns(
  heading: readonly string[],
): { readonly columns: SlipColumns } | { readonly faults: readonly SlipColumnsFault[] } {
  const at = new Map<SlipField, number>()
  const unread: string[] = []
  const faults: SlipColumnsFault[] = []
  for (const [index, text] of heading.entries()) {
    const field = slipField(text)
    if (field === null) {
      if (text !== '') unread.push(text)
    } else if (at.has(field)) {
      faults.push({ code: 'column-duplicate', column: text })
    } else {
      at.set(field, index)
    }
  }
  for (const field of REQUIRED)
    if (!at.has(field)) faults.push({ code: 'column-missing', column: columnName(field) })
  const saysWho =
    at.has('reference') || at.has('fullName') || (at.has('familyName') && at.has('givenName'))
  if (!saysWho) faults.push({ code: 'column-missing', column: columnName('reference') })
  return faults.length > 0 ? { faults } : { columns: { at, unread } }
}

/** How many columns of a line are known: the heading is the first line that has several. */
export function knownColumns(heading: readonly string[]): number {
  return heading.filter((text) => slipField(text) !== null).length
}

/** The name by which a message calls a column. */
export function columnName(field: SlipField): string {
  return SLIP_COLUMNS[field][0]
}

function slipField(text: string): SlipField | null {
  return FIELDS.get(foldColumn(text)) ?? null
}

/** "Salaire brut (en €)" is "salaire brut", "N° de bulletin" is "n de bulletin". */
function foldColumn(text: string): string {
  return foldForSearch(text.replace(/['’]/g, ' '))
    .replace(/\bn[°º]/g, 'numero')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/ (en|eur|euro|euros|en eur|en euros)$/, '')
}

const FIELDS: ReadonlyMap<string, SlipField> = new Map(
  Object.entries(SLIP_COLUMNS).flatMap(([field, names]) =>
    names.map((name) => [foldColumn(name), field as SlipField] as const),
  ),
)
