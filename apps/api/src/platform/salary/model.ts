import { type Cents, cents, subtract } from '@terreau/domain/money/cents'
import type { SalaryFigures, SalaryForward } from '@terreau/domain/pay/estimate-salary'
import { type SalaryTerms, termsKey } from '@terreau/domain/pay/salary-terms'
import { firstDay } from '@terreau/domain/time/year-month'
import rules, { type RègleModèleSocial as RuleName } from 'modele-social'
import Engine from 'publicodes'

/**
 * The State's own model of French pay, run forward only: its inverse is good to a few cents and
 * finds nothing near three minimum wages. Takes a second to build, then some 60 ms a figure: never in
 * the thread that answers requests. A CESA is an ordinary full-time employee there, because its
 * equivalent hours (CSS D241-27) give the same reduction.
 */
export function createSalaryModel(): SalaryForward {
  const engine = new Engine<RuleName>(rules, { logger: SILENT })
  const known = new Map<string, Map<bigint, SalaryFigures>>()
  return {
    figures(terms, grossCents) {
      const ofTerms = rememberTerms(known, termsKey(terms))
      const already = ofTerms.get(grossCents)
      if (already !== undefined) return already
      const figures = forward(engine, terms, grossCents)
      if (ofTerms.size >= FIGURES_KEPT) ofTerms.clear()
      ofTerms.set(grossCents, figures)
      return figures
    },
    known: (terms) => known.get(termsKey(terms))?.values() ?? [],
    ceilingCents(terms) {
      engine.setSituation(situation(terms))
      const fullTime = inCents(engine, 'plafond sécurité sociale')
      if (terms.weeklyHoursHundredths === null) return fullTime
      return cents((fullTime * BigInt(terms.weeklyHoursHundredths)) / LEGAL_WEEK_HUNDREDTHS)
    },
  }
}

/** The model warns of its own cycles at each evaluation: thousands of lines that ask for nothing. */
const SILENT = { log() {}, warn() {}, error() {} }
const TERMS_KEPT = 50
const FIGURES_KEPT = 5_000
const LEGAL_WEEK_HUNDREDTHS = 3_500n

function rememberTerms(
  known: Map<string, Map<bigint, SalaryFigures>>,
  key: string,
): Map<bigint, SalaryFigures> {
  const ofTerms = known.get(key) ?? new Map<bigint, SalaryFigures>()
  if (!known.has(key) && known.size >= TERMS_KEPT) known.clear()
  known.set(key, ofTerms)
  return ofTerms
}

function forward(engine: Engine<RuleName>, terms: SalaryTerms, grossCents: Cents): SalaryFigures {
  engine.setSituation({
    ...situation(terms),
    'salarié . contrat . salaire brut': `${euros(grossCents)} €/mois`,
  })
  const netCents = inCents(engine, 'salarié . rémunération . net . à payer avant impôt')
  const employerCostCents = inCents(engine, 'salarié . coût total employeur')
  return {
    grossCents,
    employeeContributionsCents: subtract(grossCents, netCents),
    netCents,
    netSocialCents: inCents(engine, 'salarié . rémunération . montant net social'),
    taxableNetCents: inCents(engine, 'salarié . rémunération . net . imposable'),
    employerContributionsCents: subtract(employerCostCents, grossCents),
    employerCostCents,
    generalReductionCents: inCents(engine, 'salarié . cotisations . exonérations . RGDU'),
  }
}

function situation(terms: SalaryTerms): Partial<Record<RuleName, string>> {
  const [year, month] = firstDay(terms.month).split('-')
  const hours = terms.weeklyHoursHundredths
  const partTime = 'salarié . contrat . temps de travail . temps partiel'
  return {
    date: `01/${month}/${year}`,
    'salarié . contrat': "'CDI'",
    'salarié . contrat . statut cadre': 'non',
    'entreprise . salariés . effectif': `${terms.headcount}`,
    'établissement . taux ATMP': `${Number(terms.accidentRateBp) / 100}%`,
    'salarié . cotisations . prévoyances . santé . montant': `${euros(terms.healthCoverCents)} €/mois`,
    'salarié . cotisations . prévoyances . santé . taux employeur': `${Number(terms.healthEmployerShareBp) / 100}%`,
    ...(hours !== null && {
      [partTime]: 'oui',
      [`${partTime} . heures par semaine`]: `${hours / 100} heures/semaine`,
    }),
  }
}

function euros(amount: Cents): string {
  return `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
}

/** Half up to the cent; the model counts in binary floats, a hair below or above their decimals. */
function inCents(engine: Engine<RuleName>, rule: RuleName): Cents {
  const { nodeValue } = engine.evaluate(rule)
  if (nodeValue === null || nodeValue === undefined) return cents(0n)
  if (typeof nodeValue !== 'number') throw new Error(`the model gives no amount for ${rule}`)
  return cents(BigInt(Math.round(nodeValue * 100 + 1e-6)))
}
