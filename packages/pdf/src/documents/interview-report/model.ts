import {
  type InterviewReport,
  type InterviewWay,
  REPORT_PARTS,
} from '@terreau/domain/interviews/support-interview'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { SignaturePlace } from '../../primitives/signature-places.ts'
import type { DocumentLocale, IssuerFacts } from '../shared/facts.ts'
import { type DocumentFrame, documentFrame } from '../shared/frame.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/** What the report of an individual interview states (C. trav. R7331-3). */
export type InterviewReportFacts = {
  readonly issuer: IssuerFacts
  /** Where it is signed. */
  readonly place: string
  readonly number: string
  readonly person: { readonly fullName: string; readonly bornOn: LocalDate | null }
  /** The contract of that day; null when there was none. */
  readonly contract: { readonly kind: string; readonly number: string } | null
  readonly conductorName: string
  readonly heldOn: LocalDate
  readonly way: InterviewWay
  /** Where it took place, or the number or link that was used; may be empty. */
  readonly heldAt: string
  readonly report: InterviewReport
}

export type InterviewReportModel = DocumentFrame & {
  readonly subtitle: string
  readonly numberLine: string
  readonly facts: readonly KeyValue[]
  readonly parts: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
  readonly signatures: {
    readonly heading: string
    readonly doneAt: string
    readonly places: readonly SignaturePlace[]
  }
}

/** The report, ready to be signed. A part that says nothing is left out. */
export function interviewReportModel(
  facts: InterviewReportFacts,
  locale: DocumentLocale,
): InterviewReportModel {
  const { common, capeContract, interviewReport: texts } = textsOf(locale)
  const { signatures: signing } = capeContract
  const { issuer, number, person, conductorName, report } = facts
  const written = REPORT_PARTS.filter((part) => report[part].trim() !== '')
  return {
    ...documentFrame({ title: texts.title, number, issuer }, locale),
    subtitle: texts.subtitle,
    numberLine: fill(common.number, { number }),
    facts: factsOf(facts, locale),
    parts: written.map((part) => ({
      heading: texts.parts[part],
      paragraphs: report[part].split('\n').filter((line) => line.trim() !== ''),
    })),
    signatures: {
      heading: texts.signatures,
      doneAt: fill(signing.doneAt, { place: facts.place }),
      places: [
        { heading: texts.person, lines: [person.fullName], spaceLabel: signing.before },
        { heading: texts.coop, lines: [conductorName], spaceLabel: signing.before },
      ],
    },
  }
}

function factsOf(facts: InterviewReportFacts, locale: DocumentLocale): KeyValue[] {
  const { common, interviewReport: texts } = textsOf(locale)
  const { person, contract, conductorName, heldOn, way, heldAt } = facts
  const how = texts.ways[way]
  return [
    { label: texts.person, value: person.fullName },
    ...(person.bornOn === null
      ? []
      : [{ label: common.bornOn, value: longDate(person.bornOn, locale) }]),
    ...(contract === null
      ? []
      : [{ label: texts.contract, value: `${contract.kind}, ${contract.number}` }]),
    { label: texts.heldOn, value: longDate(heldOn, locale) },
    { label: texts.heldBy, value: conductorName },
    { label: texts.how, value: heldAt === '' ? how : `${how}, ${heldAt}` },
  ]
}
