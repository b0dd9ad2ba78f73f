import { foldForSearch } from '../names/normalise.ts'
import type { LocalDate } from '../time/local-date.ts'
import { firstDay, lastDay, type YearMonth } from '../time/year-month.ts'

/** A CESA that somebody may be paid under. */
export type PayableContract = {
  readonly contractId: string
  readonly contractNumber: string
  /** The same for two files of one person. */
  readonly personKey: string
  readonly reference: string
  readonly familyName: string
  readonly givenName: string
  readonly startsOn: LocalDate
  /** Null without a term. */
  readonly endsOn: LocalDate | null
}

/** What a line of a payroll file says of who is paid; empty for what it does not say. */
export type NamedPayee = {
  readonly reference: string
  readonly familyName: string
  readonly givenName: string
  readonly fullName: string
  readonly contractNumber: string
}

export type PayeeFault =
  | 'person-missing'
  | 'person-unknown'
  | 'person-ambiguous'
  | 'contract-unknown'
  | 'contract-ambiguous'

/**
 * Under which contract a line is paid: by the number of the contract, else by our reference of the person,
 * else by name. Two people of one name, or two contracts of one person in the month, are never guessed
 * between. A contract that covers a day of the month comes before one that has ended: the variable part is
 * settled after an exit (C. trav. R7331-12).
 */
export function paidContract<C extends PayableContract>(
  contracts: readonly C[],
  named: NamedPayee,
  month: YearMonth,
): { readonly contract: C; readonly nameDiffers: boolean } | { readonly fault: PayeeFault } {
  const people = peopleOf(contracts, named)
  if ('fault' in people) return people
  const found = contractOf(people.contracts, named.contractNumber, month)
  if ('fault' in found) return found
  return { contract: found.contract, nameDiffers: nameDiffers(found.contract, named) }
}

function peopleOf<C extends PayableContract>(
  contracts: readonly C[],
  named: NamedPayee,
): { contracts: readonly C[] } | { fault: PayeeFault } {
  const name = nameOf(named)
  if (named.reference !== '') {
    const reference = foldForSearch(named.reference)
    const keys = new Set(
      contracts.filter((one) => foldForSearch(one.reference) === reference).map(personKey),
    )
    if (keys.size > 1) return { fault: 'person-ambiguous' }
    if (keys.size === 1) return { contracts: contracts.filter((one) => keys.has(one.personKey)) }
    // A reference of the payroll service, which is not ours: the name decides, if there is one.
    if (name === '') return { fault: 'person-unknown' }
  }
  if (name === '') return { fault: 'person-missing' }
  const same = contracts.filter((one) => namesOf(one).includes(name))
  const keys = new Set(same.map(personKey))
  const isHalf = named.givenName === '' && named.fullName === ''
  if (keys.size === 0) return { fault: isHalf ? 'person-missing' : 'person-unknown' }
  return keys.size > 1 ? { fault: 'person-ambiguous' } : { contracts: same }
}

function contractOf<C extends PayableContract>(
  contracts: readonly C[],
  number: string,
  month: YearMonth,
): { contract: C } | { fault: PayeeFault } {
  if (number !== '') {
    const numbered = contracts.find(
      (one) => foldForSearch(one.contractNumber) === foldForSearch(number),
    )
    return numbered === undefined ? { fault: 'contract-unknown' } : { contract: numbered }
  }
  const covering = contracts.filter(
    (one) => one.startsOn <= lastDay(month) && (one.endsOn ?? lastDay(month)) >= firstDay(month),
  )
  const [only, ...others] = covering.length > 0 ? covering : lastEnded(contracts)
  if (only === undefined) return { fault: 'contract-unknown' }
  return others.length > 0 ? { fault: 'contract-ambiguous' } : { contract: only }
}

/** After an exit, the contract that ended last. */
function lastEnded<C extends PayableContract>(contracts: readonly C[]): readonly C[] {
  const ends = contracts.flatMap((one) => one.endsOn ?? []).sort()
  return contracts.filter((one) => one.endsOn !== null && one.endsOn === ends.at(-1))
}

function personKey(contract: PayableContract): string {
  return contract.personKey
}

function nameOf({ familyName, givenName, fullName }: NamedPayee): string {
  // Who has one name has no given name in the file either.
  return foldForSearch(familyName === '' ? fullName : `${familyName} ${givenName}`)
}

/** Either way round: files write the family name first, or last. */
function namesOf({ familyName, givenName }: PayableContract): string[] {
  return [foldForSearch(`${familyName} ${givenName}`), foldForSearch(`${givenName} ${familyName}`)]
}

/** A reference that stands beside another family name: a married name, or a slip of one line. */
function nameDiffers(contract: PayableContract, named: NamedPayee): boolean {
  const written = foldForSearch(`${named.familyName} ${named.fullName}`)
  return written !== '' && !written.includes(foldForSearch(contract.familyName))
}
