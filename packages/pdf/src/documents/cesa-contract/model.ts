import { assert } from '@terreau/domain/assert'
import { fill } from '../../fill.ts'
import {
  type CapeContractModel,
  cooperativeText,
  personText,
  signingModel,
} from '../cape-contract/model.ts'
import type { DocumentLocale } from '../shared/facts.ts'
import { documentFrame } from '../shared/frame.ts'
import { textsOf } from '../shared/texts.ts'
import { cesaArticles } from './articles.ts'
import type { CesaContractFacts } from './facts.ts'

/** Laid out as the CAPE is: the same parts, other articles. */
export type CesaContractModel = CapeContractModel

/** The CESA with the clauses of L7331-2, 2°. */
export function cesaContractModel(
  facts: CesaContractFacts,
  locale: DocumentLocale,
): CesaContractModel {
  assertComplete(facts)
  const { common, capeContract, cesaContract: texts } = textsOf(locale)
  const { issuer, number } = facts
  return {
    ...documentFrame({ title: texts.title, number, issuer }, locale),
    subtitle: texts.subtitle,
    numberLine: fill(common.number, { number }),
    parties: [
      { label: capeContract.between, value: cooperativeText(facts, locale) },
      { label: capeContract.and, value: personText(facts, texts.salariedAlias, locale) },
    ],
    articles: cesaArticles(facts, locale),
    ...signingModel(facts, texts.person, locale),
  }
}

/** A CESA without a clause of L7331-2, 2°, is not printed. */
function assertComplete(facts: CesaContractFacts): void {
  const { trialEndsOn, startsOn } = facts
  assert(facts.objectives.length > 0, 'L7331-2, 2°, a): the contract has objectives')
  assert(facts.minimumActivity !== '', 'L7331-2, 2°, a): the minimum activity is written')
  assert(facts.means.length > 0, 'L7331-2, 2°, b): the means are described')
  assert(facts.fixedPartCents >= 0n, 'L7331-2, 2°, d): the fixed part is an amount')
  assert(facts.clientele !== '', 'L7331-2, 2°, f): the clientele is settled')
  assert(trialEndsOn === null || trialEndsOn >= startsOn, 'a trial does not end before it starts')
}
