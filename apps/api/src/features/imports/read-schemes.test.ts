import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { refusalText } from '@terreau/i18n/command-line'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changedMonth,
  newMonthFolder,
  refusals,
  removeChangedMonths,
} from '../../../test/given-month-folder.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'
import { readFolder } from './read-folder.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(async () => {
  removeChangedMonths()
  await test.close()
})

const TITLES =
  'code;assemblée_du;assiette;période;palier_jusqu_à;taux;plancher_mensuel;fixe_mensuel;mois_exonérés'
const TURNS = `${TITLES};valide_du;valide_au`
const file = (...lines: string[]) => changedMonth('regimes.csv', () => lines.join('\r\n'))

function said(...lines: string[]): string[] {
  const { refusals: found } = readFolder(file(...lines))
  for (const { code, params } of found) {
    for (const locale of ['fr', 'en'] as const) refusalText(locale, code, params)
  }
  return found.map(({ line, column, code }) => `${line}:${column} ${code}`)
}

describe('a file of schemes that no assembly can mean is refused at its line', () => {
  const A = 'A;2025-06-20;ca_ht;mois'
  const cases: [name: string, lines: string[], wanted: string[]][] = [
    [
      'amounts that fall',
      [TITLES, `${A};5000;10 %;0;0;0`, `${A};2000;9 %;0;0;0`, `${A};;8 %;0;0;0`],
      ['3:palier_jusqu_à scheme-tiers'],
    ],
    ['a first tier of nothing', [TITLES, `${A};0;10 %;0;0;0`], ['2:palier_jusqu_à scheme-tiers']],
    [
      'a last tier that ends',
      [TITLES, `${A};50;10 %;0;0;0`],
      ['2:palier_jusqu_à scheme-tier-last'],
    ],
    [
      'two tiers without end',
      [TITLES, `${A};;10 %;0;0;0`, `${A};;8 %;0;0;0`],
      ['2:palier_jusqu_à scheme-tier-open'],
    ],
    [
      'more tiers than a form takes',
      [TITLES, ...Array.from({ length: 11 }, (_, n) => `${A};${n === 10 ? '' : n + 1};9 %;0;0;0`)],
      ['12:palier_jusqu_à scheme-too-many-tiers'],
    ],
    [
      'a floor that one line forgets',
      [TITLES, `${A};50;10 %;30;0;0`, `${A};;9 %;;0;0`],
      ['3:plancher_mensuel scheme-inconsistent'],
    ],
    [
      'two assemblies without their months',
      [TITLES, `${A};;10 %;0;0;0`, 'A;2026-05-20;ca_ht;mois;;12 %;0;0;0'],
      ['3:assemblée_du scheme-inconsistent'],
    ],
    [
      'two decisions at the same time',
      [TURNS, `${A};;10 %;0;0;0;;2026-09`, `${A};;12 %;0;0;0;2026-07;`],
      ['3:valide_du scheme-overlaps'],
    ],
    [
      'months without a decision',
      [TURNS, `${A};;12 %;0;0;0;01/07/2026;`, `${A};;10 %;0;0;0;;31/05/2026`],
      ['2:valide_du scheme-gap'],
    ],
    [
      'days within a month',
      [TURNS, `${A};;12 %;0;0;0;15/07/2026;30/12/2026`],
      ['2:valide_du month-first-day', '2:valide_au month-last-day'],
    ],
    [
      'an end before its beginning',
      [TURNS, `${A};;9 %;0;0;0;2026-07;2026-05`],
      ['2:valide_au scheme-ends-before'],
    ],
    [
      'a name that two decisions would have',
      [
        TURNS,
        `${A};;9 %;0;0;0;;`,
        `${A};;8 %;0;0;0;2026-03;`,
        'A 2026-03;2025-06-20;ca_ht;mois;;9 %;0;0;0;;',
      ],
      ['4:code scheme-twice'],
    ],
  ]
  it.each(cases)('%s', (_name, lines, wanted) => {
    expect(said(...lines)).toEqual(wanted)
  })

  it('maxima, exempt amounts and what an exemption covers are read, or refused', () => {
    const titles = `${TITLES};plafond_mensuel;plafond_annuel;exonéré_sous;exonération_de`
    const line = (rest: string) => file(titles, `${A};;8;30;10;0;${rest}`)
    expect(readFolder(line('40;1 500,00;200;minimum')).parsed?.schemes[0]).toMatchObject({
      monthlyCapCents: 4_000n,
      yearlyCapCents: 150_000n,
      exemptBelowCents: 20_000n,
      exemptionCovers: 'minimum',
    })
    expect(readFolder(line(';;;')).parsed?.schemes[0]).toMatchObject({
      monthlyCapCents: null,
      yearlyCapCents: null,
      exemptBelowCents: 0n,
      exemptionCovers: 'everything',
    })
    expect(said(titles, `${A};;8;30;10;0;39,99;0;-1;rien`)).toEqual([
      '2:exonération_de value-unknown',
      '2:exonéré_sous amount-negative',
    ])
    expect(said(titles, `${A};;8;30;10;0;39,99;0;;`)).toEqual([
      '2:plafond_mensuel cap-below-minimum',
      '2:plafond_annuel cap-below-minimum',
    ])
  })

  it('costs, the reference of the decision and an end are read', () => {
    const { parsed, remarks } = readFolder(
      file(
        `${TITLES};dépenses_déduites;décision;valide_au`,
        'A;2025-06-20;ca_ht;mois;;8;0;0;0;Kilomètres, hôtel;AG 2025, résolution 4;31/12/2026',
      ),
    )
    expect(parsed?.schemes[0]).toMatchObject({
      deductedCosts: ['hotel', 'mileage'],
      decisionReference: 'AG 2025, résolution 4',
      until: '2026-12',
    })
    expect(remarks.map(({ code }) => code)).toEqual(['scheme-ends'])
  })
})

describe('two decisions of one scheme', () => {
  const month = (...schemes: string[]) => {
    const folder = changedMonth('regimes.csv', () => schemes.join('\r\n'))
    return changedPeople(folder)
  }
  const first = 'A;2025-06-20;ca_ht;année;;10 %;0;0;0'
  const next = 'A;2026-05-29;ca_ht;année;;12 %;0;0;0'

  it('hold one after the other, and are recognised when they come again', async () => {
    const coop = await givenCooperative(test)
    const folder = month(TURNS, `${next};2026-07;`, `${first};;2026-06`)
    expect(await refusals(test, coop, folder)).toEqual(['done'])
    const found = await queryAsOwner<{ code: string; held: string }>(
      test,
      `select s.code, h.code as held from terreau.contribution_scheme s
         join terreau.contribution_scheme h on h.cooperative_id = s.cooperative_id
          and h.id = terreau.scheme_in_month(s.cooperative_id, s.id, $2)
        where s.cooperative_id = $1 order by s.code`,
      [coop.id, '2026-10'],
    )
    expect(found).toEqual([
      { code: 'A', held: 'A 2026-07' },
      { code: 'A 2026-07', held: 'A 2026-07' },
    ])
    // Nothing of the rules is new; what is refused is that October is declared already.
    const again = await refusals(test, coop, month(TURNS, `${first};;`, `${next};2026-07;`))
    expect(again.filter((one) => one.startsWith('regimes.csv'))).toEqual([])
    const other = await refusals(test, coop, month(TURNS, `${first};;`, `${next};2026-08;`))
    expect(other).toContain('regimes.csv:3:valide_du scheme-cannot-follow')
  })

  it('are refused when none holds in the month, or when its assembly came later', async () => {
    const coop = await givenCooperative(test)
    const of = async (...lines: string[]) => {
      const all = await refusals(test, coop, month(TURNS, ...lines))
      return all.filter((one) => !one.startsWith('personnes.csv:3') && !one.includes('ventes'))
    }
    expect(await of(`${first};;2026-06`)).toContain(
      'personnes.csv:2:régime_contribution scheme-not-in-force',
    )
    expect(await of(`${first};2026-11;`)).toContain(
      'personnes.csv:2:régime_contribution scheme-not-in-force',
    )
    expect(await of('A;2026-11-20;ca_ht;mois;;10 %;0;0;0;;')).toEqual([
      'regimes.csv:2:assemblée_du scheme-decided-later',
    ])
    expect(await of(`${first};;`, 'A;2026-11-20;ca_ht;mois;;11 %;0;0;0;2026-12;')).toEqual(['done'])
  })

  it('keep the end that is known: another one is refused at its line', async () => {
    const coop = await givenCooperative(test)
    const said = async (...lines: string[]) => {
      const all = await refusals(
        test,
        coop,
        month(TURNS, ...lines, 'B;2025-06-20;ca_ht;mois;;8 %;0;0;0;;2026-12'),
      )
      return all.filter((one) => one.startsWith('regimes.csv'))
    }
    expect(await said(`${first};;`)).toEqual([])
    expect(await said(`${first};;2026-12`)).toEqual(['regimes.csv:2:valide_au scheme-end-unknown'])
    expect(await said(`${first};;2026-12`, `${next};2027-01;`)).toEqual([])
    const other = month(TURNS, `${first};;`, 'B;2025-06-20;ca_ht;mois;;8 %;0;0;0;;2026-11')
    expect(await refusals(test, coop, other)).toContain(
      'regimes.csv:3:valide_au scheme-end-differs',
    )
    const silent = month(TURNS, `${first};;`, 'B;2025-06-20;ca_ht;mois;;8 %;0;0;0;;')
    expect((await refusals(test, coop, silent)).join()).not.toContain('regimes.csv')
  })

  it('of a known rule that ended and was replaced on the page change nothing, with its end or without', async () => {
    const coop = await givenCooperative(test)
    const direction = await givenUser(test, coop, ['direction'])
    const decide = (body: Partial<Api['POST /schemes']['body']> & { code: string }) =>
      call(test, direction, 'POST /schemes', {
        body: {
          decidedOn: '2025-06-20',
          decisionReference: 'AG, résolution 3',
          base: 'revenue',
          period: 'year',
          tiers: [{ upToCents: null, rateBp: 1_000 }],
          monthlyFloorCents: '0',
          fixedMonthlyCents: '0',
          exemptMonths: 0,
          exemptStatuses: [],
          deductedCosts: [],
          replaces: null,
          ...body,
        },
      })
    const before = await decide({ code: 'A', appliesUntil: '2026-09' })
    expect(await refusals(test, coop, month(TURNS, `${first};;2026-09`))).toContain(
      'personnes.csv:2:régime_contribution scheme-not-in-force',
    )
    const replaces = { schemeId: before.body.id, fromMonth: '2026-10' }
    expect((await decide({ code: 'B', replaces })).status).toBe(200)
    expect(await refusals(test, coop, month(TURNS, `${first};;2026-08`))).toEqual([
      'regimes.csv:2:valide_au scheme-end-differs',
    ])
    expect(await refusals(test, coop, month(TURNS, `${first};;2026-09`))).toEqual(['done'])
  })

  /** Everybody is under scheme A. */
  function changedPeople(folder: string): string {
    const people = changedMonth('personnes.csv', (text) =>
      text.replaceAll(/;AG20\d\d-[^;]+;/g, ';A;'),
    )
    const whole = newMonthFolder()
    cpSync(people, whole, { recursive: true })
    cpSync(join(folder, 'regimes.csv'), join(whole, 'regimes.csv'))
    return whole
  }
})
