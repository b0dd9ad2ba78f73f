import { assert } from '@terreau/domain/assert'
import { formatInstant } from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { SignaturePlace } from '../../primitives/signature-pair.ts'
import type { TableContent } from '../../primitives/table.ts'
import type { DocumentLocale } from '../shared/facts.ts'
import { type DocumentFrame, documentFrame, oneLine, registration } from '../shared/frame.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'
import { type Article, contractArticles, rankText } from './articles.ts'
import type { CapeContractFacts, SignatureFacts } from './facts.ts'

export type CapeContractModel = DocumentFrame & {
  readonly subtitle: string
  readonly numberLine: string
  readonly parties: readonly KeyValue[]
  readonly articles: readonly Article[]
  readonly signatures: {
    readonly heading: string
    readonly doneAt: string
    readonly places: readonly SignaturePlace[]
  }
  readonly evidence: EvidenceModel | null
}

export type EvidenceModel = {
  readonly heading: string
  readonly intro: string
  readonly documentLabel: string
  readonly documentSha256: string
  readonly table: TableContent
  readonly sealed: string
}

/** The CAPE contract with the contents of R127-1 and, once signed, the page of evidence. */
export function capeContractModel(
  facts: CapeContractFacts,
  locale: DocumentLocale,
): CapeContractModel {
  assertComplete(facts)
  const { common, capeContract: texts } = textsOf(locale)
  const { issuer, number } = facts
  return {
    ...documentFrame({ title: texts.title, number, issuer }, locale),
    subtitle: fill(texts.subtitle, { rank: rankText(facts.sequence, locale) }),
    numberLine: fill(common.number, { number }),
    parties: [
      { label: texts.between, value: cooperativeText(facts, locale) },
      { label: texts.and, value: personText(facts, texts.personAlias, locale) },
    ],
    articles: contractArticles(facts, locale),
    ...signingModel(facts, texts.signatures.person, locale),
  }
}

/** What signing needs of a contract, whatever its kind. */
type SignedFacts = Pick<
  CapeContractFacts,
  'number' | 'signatory' | 'person' | 'place' | 'concludedOn' | 'evidence'
>

/** The two places to sign and, once signed, the page of evidence. `person` heads the person's place. */
export function signingModel(
  facts: SignedFacts,
  person: string,
  locale: DocumentLocale,
): Pick<CapeContractModel, 'signatures' | 'evidence'> {
  const { signatures: texts } = textsOf(locale).capeContract
  return {
    signatures: {
      heading: texts.title,
      doneAt: doneAt(facts, locale),
      places: [
        placeOf('cooperative', facts, { heading: texts.coop, locale }),
        placeOf('person', facts, { heading: person, locale }),
      ],
    },
    evidence: evidenceModel(facts, person, locale),
  }
}

/** R127-1 lists what a CAPE must contain; a contract without it is not printed. */
function assertComplete(facts: CapeContractFacts): void {
  const { programme, means, declarationDueDay, noticeDays, evidence } = facts
  assert(facts.startsOn <= facts.endsOn, 'a CAPE does not end before it starts')
  assert(programme.objectives.length > 0, 'R127-1, 1°: the programme has objectives')
  assert(programme.steps.length > 0, 'R127-1, 1°: the programme has steps')
  assert(means.length > 0, 'R127-1, 2°: the means are described')
  assert(declarationDueDay >= 1 && declarationDueDay <= 28, 'every month has the due day')
  assert(noticeDays >= 0, 'a notice period is not negative')
  const parties = new Set(evidence?.signatures.map((signature) => signature.party))
  assert(evidence === null || parties.size === 2, 'evidence comes once both parties have signed')
}

/** The cooperative as a party: name, form, seat, number, who signs for it. */
export function cooperativeText(
  facts: Pick<CapeContractFacts, 'issuer' | 'signatory'>,
  locale: DocumentLocale,
): string {
  const { capeContract: texts } = textsOf(locale)
  const { issuer, signatory } = facts
  const party = fill(texts.coop, {
    name: issuer.name,
    legalForm: issuer.legalForm,
    seat: oneLine(issuer.addressLines),
    registration: registration(issuer, locale),
    signatory: signatory.name,
    capacity: signatory.capacity,
  })
  return `${party} ${texts.coopAlias}`
}

/** The person as a party, with the name that the articles give them. */
export function personText(
  facts: Pick<CapeContractFacts, 'person'>,
  alias: string,
  locale: DocumentLocale,
): string {
  const { capeContract: texts } = textsOf(locale)
  const { fullName, bornOn, birthPlace, addressLines } = facts.person
  assert(bornOn !== null, 'a contract names the date of birth')
  assert(addressLines.length > 0, 'a contract names the address')
  const params = {
    name: fullName,
    birth: longDate(bornOn, locale),
    address: oneLine(addressLines),
  }
  const party =
    birthPlace === null
      ? fill(texts.personWithBirth, params)
      : fill(texts.personWithPlace, { ...params, birthPlace })
  return `${party} ${alias}`
}

function doneAt(facts: SignedFacts, locale: DocumentLocale): string {
  const { signatures: texts } = textsOf(locale).capeContract
  const { place, concludedOn, evidence } = facts
  if (concludedOn === null) return fill(texts.undated, { place })
  const isOnPaper = evidence === null || evidence.signatures.some((each) => each.method === 'paper')
  const date = longDate(concludedOn, locale)
  return fill(isOnPaper ? texts.copies : texts.electronic, { place, date })
}

function placeOf(
  party: SignatureFacts['party'],
  facts: SignedFacts,
  { heading, locale }: { heading: string; locale: DocumentLocale },
): SignaturePlace {
  const { signatures: texts } = textsOf(locale).capeContract
  const { signatory, person, evidence } = facts
  const signature = evidence?.signatures.find((each) => each.party === party)
  const instant = signature === undefined ? null : formatInstant(signature.signedAt, locale)
  return {
    heading,
    lines: party === 'cooperative' ? [signatory.name, signatory.capacity] : [person.fullName],
    signed: instant === null ? null : fill(texts.signedAt, { instant }),
    spaceLabel: texts.before,
  }
}

function evidenceModel(
  facts: SignedFacts,
  person: string,
  locale: DocumentLocale,
): EvidenceModel | null {
  const { evidence } = facts
  if (evidence === null) return null
  const { evidence: texts, signatures } = textsOf(locale).capeContract
  const rows = evidence.signatures.map((signature) => {
    const party = signature.party === 'cooperative' ? signatures.coop : person
    return [
      { text: signature.typedName, detail: party },
      formatInstant(signature.signedAt, locale),
      { text: texts[signature.method], detail: traceText(signature, locale) },
      signature.codeResult === null ? texts.codeNone : texts.codeCorrect,
    ]
  })
  return {
    heading: texts.title,
    intro: fill(texts.intro, { number: facts.number }),
    documentLabel: texts.document,
    documentSha256: evidence.documentSha256,
    table: { headers: [texts.who, texts.when, texts.how, texts.code], rows, total: null },
    sealed: fill(texts.sealed, { instant: formatInstant(evidence.sealedAt, locale) }),
  }
}

function traceText(signature: SignatureFacts, locale: DocumentLocale): string {
  const { evidence: texts } = textsOf(locale).capeContract
  const { witness, requestId } = signature
  const parts = [
    witness === null ? '' : fill(texts.witness, { witness }),
    requestId === null ? '' : fill(texts.request, { id: requestId }),
  ]
  return parts.filter((part) => part !== '').join('. ')
}
