import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../src/cli.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'terreau-clocks-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function clocks(file: unknown, ...options: string[]) {
  const path = join(folder, 'career.json')
  const isWritten = typeof file === 'string' || Buffer.isBuffer(file)
  writeFileSync(path, isWritten ? file : JSON.stringify(file))
  const written: Record<'out' | 'err', string[]> = { out: [], err: [] }
  const code = await runCommandLine(['clocks', path, ...options], {
    print: (line) => written.out.push(line),
    warn: (line) => written.err.push(line),
    write: (text) => written.out.push(text),
  })
  return { code, out: written.out.join('\n'), err: written.err }
}

const CAREER = {
  today: '2025-02-01',
  contracts: [
    { id: 'A', kind: 'CAPE', start: '2024-01-15', end: '2025-01-14' },
    { id: 'B', kind: 'CESA', start: '2025-01-15', end: null },
  ],
}

describe('terreau clocks', () => {
  it('prints every clock with its end, its sum, its article and one sentence', async () => {
    const { code, out, err } = await clocks(CAREER)
    expect({ code, err }).toEqual({ code: 0, err: [] })
    const answer = JSON.parse(out)
    expect(answer.today).toBe('2025-02-01')
    expect(answer.refusals).toEqual([])
    expect(answer.clocks.map((clock: { kind: string }) => clock.kind)).toContain('interviews')
    expect(
      answer.clocks.find((clock: { kind: string }) => clock.kind === 'associate-deadline'),
    ).toMatchObject({
      contract: 'B',
      startsOn: '2025-01-15',
      endsOn: '2027-01-15',
      endMeans: 'last-day',
      daysLeft: 713,
      state: 'running',
      sum: [
        { role: 'start', on: '2025-01-15' },
        { role: 'limit', sign: 1, months: 36 },
        { role: 'earlier', sign: -1, kinds: ['CAPE'], contractIds: ['A'], months: 12, days: 0 },
      ],
      article: 'C. trav. L7331-3',
      why: '15/01/2025 + 3 ans − 12 mois de CAPE = 15/01/2027 inclus (C. trav. L7331-3)',
    })
    const english = JSON.parse((await clocks(CAREER, '--lang', 'en')).out)
    expect(JSON.stringify(english)).toContain('+ 3 years − 12 months of CAPE = 15/01/2027')
  })

  it('lists what the law refuses, with the article', async () => {
    const long = { id: 'A', kind: 'CAPE', start: '2024-01-15', end: '2025-01-15' }
    const { code, out } = await clocks({ today: '2025-02-01', contracts: [long] })
    expect(code).toBe(0)
    expect(JSON.parse(out).refusals).toMatchObject([
      { code: 'cape-too-long', contract: 'A', article: 'C. com. L127-2' },
    ])
  })

  it('says which interviews count for nothing, and why', async () => {
    const interviews = [
      { date: '2024-06-01', signedOn: '2024-06-02' },
      { date: '2025-01-20', signedOn: '2025-01-20', contract: 'B' },
      { date: '2025-01-21', contract: 'A' },
    ]
    const { code, out } = await clocks({ ...CAREER, interviews })
    expect(code).toBe(0)
    expect(JSON.parse(out).interviewsNotCounted).toEqual([
      {
        place: 'interviews[0]',
        date: '2024-06-01',
        contract: null,
        reason: 'no-cesa-that-day',
        article: 'C. trav. R7331-3',
        message: 'Aucun CESA ne couvre le 01/06/2024 : cet entretien ne compte pas.',
      },
      expect.objectContaining({ place: 'interviews[2]', contract: 'A', reason: 'not-a-cesa' }),
    ])
  })

  it('takes the day of the machine when the file gives none', async () => {
    const { out } = await clocks({ contracts: [] })
    expect(JSON.parse(out)).toMatchObject({ clocks: [], refusals: [] })
    expect(JSON.parse(out).today).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it.each([
    ['{"contracts": [}', /JSON/],
    [{ today: '2025-02-31', contracts: [] }, /^today: .*n’existe pas/],
    [
      { contracts: [{ id: 'A', kind: 'cape', start: '2025-01-01' }] },
      /^contracts\[0\]\.kind: .*CESA/,
    ],
    [{ contracts: [{ id: 'A', kind: 'CAPE', start: '01/02/2025' }] }, /^contracts\[0\]\.start: /],
    [{ contracts: [{ id: 'A', kind: 'CAPE' }] }, /^contracts\[0\]\.start: .*manquante/],
    [{ contracts: [], contrats: [] }, /^contrats: Clé inconnue/],
    [{ contracts: [7] }, /^contracts\[0\]: .*accolades/],
    [[], /^\$: .*accolades/],
    [{ ...CAREER, contracts: [...CAREER.contracts, CAREER.contracts[0]] }, /^contracts\[2\]\.id: /],
    [
      { contracts: [{ id: 'A', kind: 'CESA', start: '2025-02-01', end: '2025-01-31' }] },
      /^contracts\[0\]\.end: La fin précède/,
    ],
    [
      { ...CAREER, interviews: [{ date: '2025-02-01', contract: 'Z' }] },
      /^interviews\[0\]\.contract: /,
    ],
    ['', /vide/],
    ['{"contracts":[],\n"con\\u0074racts":[]}', /^contracts: .*deux fois \(ligne 2, colonne 1\)/],
    [
      '{"contracts":[{"id":"A","kind":"CESA","start":"2025-01-01","end":null,"end":"2025-02-01"}]}',
      /^contracts\[0\]\.end: .*deux fois/,
    ],
    [Buffer.from('{"contracts":[]}', 'utf16le'), /^Le fichier n’est pas en UTF-8|JSON/],
    [Buffer.from('{"contracts":[{"id":"é"}]}', 'latin1'), /UTF-8/],
    [' '.repeat(10_000_001), /10 Mo/],
    ['null', /^\$: .*accolades/],
    ['{"contracts":[]}{', /JSON : voir ligne 1, colonne 17/],
    [{ contracts: null }, /^contracts: .*crochets/],
    [{ contracts: [null] }, /^contracts\[0\]: .*accolades/],
    [{ contracts: [{ id: 1, kind: 'CAPE', start: '2025-01-01' }] }, /^contracts\[0\]\.id: .*texte/],
    [
      { contracts: [{ id: 'A', kind: 'CAPE', start: 20250101 }] },
      /^contracts\[0\]\.start: .*guillemets/,
    ],
    [
      { contracts: [{ id: 'A', kind: 'CESA', start: '2025-02-01', trialEndsOn: '2025-01-31' }] },
      /^contracts\[0\]\.trialEndsOn: La fin précède/,
    ],
    [
      { contracts: [{ id: 'A', kind: 'CESA', start: '2025-02-01', cancelled: 'oui' }] },
      /^contracts\[0\]\.cancelled: Écrivez true/,
    ],
    [
      {
        contracts: [],
        permits: [
          { id: '2', kind: 'x', end: '2025-01-01' },
          { kind: 'x', end: '2026-01-01' },
        ],
      },
      /^permits\[1\]\.id: Un autre titre/,
    ],
    [{ ...CAREER, settings: { department: 'ABC' } }, /^settings\.department: .*974/],
    [
      { ...CAREER, interviews: [{ date: '2025-06-01', signedOn: '2025-05-01' }] },
      /^interviews\[0\]\.signedOn: /,
    ],
    [
      {
        ...CAREER,
        notices: [{ contract: 'A', to: 'caf', event: 'conclusion', sentOn: '2025-01-01' }],
      },
      /^notices\[0\]\.to: .*france-travail/,
    ],
    [
      { ...CAREER, suspensions: [{ contract: 'B', start: '2025-02-01' }] },
      /^suspensions\[0\]\.reason: /,
    ],
  ])('refuses a bad file with its place: %j', async (file, sentence) => {
    const { code, out, err } = await clocks(file)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err[0]).toMatch(sentence)
  })

  it('explains itself, and prints the schema of the file', async () => {
    const help = await clocks(CAREER, '--help')
    expect(help.out).toContain('terreau clocks')
    expect(help.out).toContain('"kind": "CESA"')
    const schema = JSON.parse((await clocks(CAREER, '--schema')).out)
    expect(schema.required).toEqual(['contracts'])
    expect(schema.additionalProperties).toBe(false)
    expect(Object.keys(schema.properties)).toContain('suspensions')
  })

  it('says what is missing when called without a file', async () => {
    const err: string[] = []
    const out = {
      print: () => undefined,
      warn: (line: string) => err.push(line),
      write: () => undefined,
    }
    expect(await runCommandLine(['clocks'], out)).toBe(2)
    expect(err[0]).toContain('Indiquez un fichier')
    expect(await runCommandLine(['clocks', join(folder, 'absent.json')], out)).toBe(1)
    expect(await runCommandLine(['clocks', folder], out)).toBe(1)
    expect(err.slice(-2)).toEqual([
      expect.stringContaining('introuvable'),
      expect.stringContaining('un dossier'),
    ])
  })
})
