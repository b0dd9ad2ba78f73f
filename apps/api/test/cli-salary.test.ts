import { SALARY_MODEL } from '@terreau/domain/pay/salary-model'
import { DEFAULT_SALARY_TERMS } from '@terreau/domain/pay/salary-terms'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../src/cli.ts'

async function salary(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await runCommandLine(['salary', ...argv], {
    print: (line) => {
      out += `${line}\n`
    },
    warn: (line) => {
      err += `${line}\n`
    },
    write: (text) => {
      out += text
    },
  })
  return { code, out, err }
}
const JULY = ['--month', '2026-07']

describe('terreau salary', { timeout: 60_000 }, () => {
  it('prints the estimate as JSON, for each of the three ways to ask', async () => {
    const budget = await salary('--budget', '3419.55', ...JULY, '--headcount', '60')
    expect(budget).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(budget.out)).toMatchObject({
      gross: 2646.05,
      net: 2072.67,
      employerCost: 3419.55,
      reduction: 417.55,
      residual: 0,
      engineVersion: SALARY_MODEL.version,
      isPaid: true,
    })
    const gross = await salary('--gross', '2 646,05 €', ...JULY)
    expect(JSON.parse(gross.out)).toMatchObject({ net: 2072.67, employerCost: 3419.55 })
    const net = await salary('--net=2072,67', ...JULY, '--lang', 'en')
    expect(JSON.parse(net.out)).toMatchObject({
      gross: 2646.05,
      note: 'An estimate, not a promise of pay.',
    })
  })

  it('a budget too small for a pay is an answer: everything stays on the account', async () => {
    const { code, out } = await salary('--budget', '49,99', ...JULY)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ gross: 0, net: 0, residual: 49.99, isPaid: false })
  })

  it.each([
    ['a month before the model', ['--budget', '1000', '--month', '2025-12'], '2026-01'],
    ['a month after it', ['--budget', '1000', '--month', '2027-01'], '2026-12'],
    ['a negative budget', ['--budget', '-5', ...JULY], 'négatif'],
    ['an amount of many years', ['--budget', '1 000 000', ...JULY], 'trop grand'],
    ['a gross that the cover eats', ['--gross', '10', ...JULY], 'trop petit'],
  ])('refuses %s with one sentence and 1', async (_name, argv, said) => {
    const { code, out, err } = await salary(...argv)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(said)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    ['no amount', JULY, '--budget, --gross'],
    ['two amounts', ['--budget', '1', '--net', '1', ...JULY], '--budget, --gross'],
    ['the same option twice', ['--budget', '1', '--budget', '2', ...JULY], 'deux fois'],
    ['no month', ['--budget', '1000'], '--month'],
    ['a month that does not exist', ['--budget', '1000', '--month', '2026-13'], '2026-13'],
    ['an amount that reads in two ways', ['--budget', '3.419', ...JULY], 'ambigu'],
    ['an amount with too many decimals', ['--budget', '34,1955', ...JULY], 'décimales'],
    ['letters', ['--budget', 'abc', ...JULY], 'abc'],
    ['an empty amount', ['--budget', '', ...JULY], 'manquant'],
    ['an option without its value', ['--budget', ...JULY], 'valeur de --budget'],
    ['an unknown option', ['--budget', '1000', ...JULY, '--cadre'], '--cadre'],
    ['a stray argument', ['--budget', '1000', ...JULY, '2000'], '2000'],
    ['a headcount of nobody', ['--budget', '1000', ...JULY, '--headcount', '0'], '--headcount'],
    ['a headcount in parts', ['--budget', '1000', ...JULY, '--headcount', '1,5'], 'entier'],
    ['hours beyond the week', ['--budget', '1000', ...JULY, '--hours', '36'], '--hours'],
    ['hours in letters', ['--budget', '1000', ...JULY, '--hours', 'douze'], 'douze'],
    ['an unreadable rate', ['--budget', '1000', ...JULY, '--accident-rate', 'x'], 'illisible'],
    ['a rate out of bounds', ['--budget', '1000', ...JULY, '--accident-rate', '60'], '60'],
    [
      'less than half of the cover',
      ['--budget', '1', ...JULY, '--health-employer-share', '20'],
      '50',
    ],
    [
      'a cover out of bounds',
      ['--budget', '1', ...JULY, '--health-cover', '5000'],
      '--health-cover',
    ],
    ['an unknown language', ['--budget', '1000', ...JULY, '--lang', 'de'], 'de'],
  ])('says what is wrong with %s, and 2', async (_name, argv, said) => {
    const { code, out, err } = await salary(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.split('\n')[0]).toContain(said)
  })

  it('its help names the months and the usual terms as they are', async () => {
    for (const lang of ['fr', 'en']) {
      const { out } = await salary('--help', '--lang', lang)
      expect(out).toContain(SALARY_MODEL.from)
      expect(out).toContain(SALARY_MODEL.to)
      expect(out).toContain(`(${DEFAULT_SALARY_TERMS.headcount})`)
      expect(out).toContain(`(${DEFAULT_SALARY_TERMS.healthCoverCents / 100n})`)
      expect(out).toContain(`(${DEFAULT_SALARY_TERMS.healthEmployerShareBp / 100n})`)
    }
  })
})
