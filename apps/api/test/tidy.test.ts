import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { problems as problemsEn } from '@terreau/i18n/en/problems'
import { problems as problemsFr } from '@terreau/i18n/fr/problems'
import { PROBLEM_CODES } from '@terreau/protocol/problems'
import { describe, expect, it } from 'vitest'
import { TABLE_OWNERS } from './table-owners.ts'

const ROOT = join(import.meta.dirname, '../../..')
const SKIPPED = new Set(['node_modules', 'dist', '.runtime', '.git', 'data', 'artifacts', '.turbo'])

interface Source {
  path: string
  text: string
  lines: number
}

const sources = readTree(ROOT).filter((file) => !file.path.endsWith('.gen.ts'))
const product = sources.filter((file) => !isTest(file.path))

describe('tidy: what no linter knows', () => {
  it('reads the whole tree', () => {
    expect(sources.length).toBeGreaterThan(200)
  })

  it('keeps files small enough to hold in the head', () => {
    expect(offenders(sources, (file) => file.lines > 400)).toEqual([])
  })

  it('reads the environment in one place only', () => {
    const mayRead =
      /^(apps\/api\/src\/config\.ts|scripts\/|db\/|apps\/e2e\/|.*\.config\.ts|apps\/api\/(test|bars|bench)\/)/
    expect(
      offenders(sources, (f) => !mayRead.test(f.path) && /process\.env\b/.test(f.text)),
    ).toEqual([])
  })

  it('never reads the clock inside a rule or a verb', () => {
    const pure = product.filter((f) =>
      /^(packages\/domain|packages\/pdf|packages\/i18n|apps\/api\/src\/features)\//.test(f.path),
    )
    expect(offenders(pure, (f) => /Date\.now\(|new Date\(\)/.test(code(f)))).toEqual([])
  })

  it('keeps floating point away from money', () => {
    const money = product.filter((f) =>
      /^packages\/domain\/src\/(money|contributions|sales|expenses|ledger|declarations)\//.test(
        f.path,
      ),
    )
    expect(money.length).toBeGreaterThan(10)
    expect(
      offenders(money, (f) => /\bparseFloat\b|\.toFixed\(|Math\.round\(/.test(code(f))),
    ).toEqual([])
  })

  it('opens transactions in one file', () => {
    const opener = 'apps/api/src/platform/db/transaction.ts'
    const api = product.filter((f) => f.path.startsWith('apps/api/src/'))
    expect(offenders(api, (f) => f.path !== opener && /\.transaction\(\)/.test(f.text))).toEqual([])
  })

  it('lets each feature write its own tables only', () => {
    const writes = /\.(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)'/g
    const wrong: string[] = []
    for (const file of product.filter((f) => f.path.startsWith('apps/api/src/'))) {
      for (const [, table = ''] of file.text.matchAll(writes)) {
        const owner = TABLE_OWNERS[table]
        if (owner === undefined || !file.path.startsWith(`apps/api/src/${owner}/`))
          wrong.push(`${file.path} writes ${table}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('names the day of an instant in Paris: its first ten letters are the day in London', () => {
    const pages = product.filter((f) => f.path.startsWith('apps/web/src/'))
    const clock = 'apps/web/src/lib/today.ts'
    expect(offenders(pages, (f) => f.path !== clock && /\.slice\(0, 10\)/.test(f.text))).toEqual([])
  })

  it('goes on after a write through afterWrite: what is given to mutate is dropped with its component', () => {
    const pages = product.filter((f) => f.path.startsWith('apps/web/src/'))
    const dropped = /\bmutate\((?:[^()]|\([^()]*\))*\bon(?:Success|Error|Settled)\b/
    expect(offenders(pages, (f) => dropped.test(code(f)))).toEqual([])
  })

  it('gives each class to one style sheet: sheets load with their page, and rules that meet depend on the visit', () => {
    const owners = new Map<string, Set<string>>()
    for (const sheet of sources.filter((f) => /^apps\/web\/.*\.css$/.test(f.path))) {
      // The phone and the desk are two programs, whose sheets are never on one page.
      const program = sheet.path.includes('phone') ? 'phone' : 'desk'
      for (const name of leadingClasses(sheet.text)) {
        const key = `${program} .${name}`
        owners.set(key, (owners.get(key) ?? new Set()).add(sheet.path))
      }
    }
    expect(owners.size).toBeGreaterThan(200)
    const shared = [...owners].filter(([, sheets]) => sheets.size > 1)
    expect(shared.map(([name, sheets]) => `${name}: ${[...sheets].join(', ')}`)).toEqual([])
  })

  it('keeps SQL in queries, verbs and the platform', () => {
    const routes = product.filter((f) => /features\/[^/]+\/routes\.ts$/.test(f.path))
    expect(offenders(routes, (f) => /selectFrom|sql`/.test(f.text))).toEqual([])
  })

  it('leaves nothing unfinished', () => {
    const unfinished = new RegExp(
      ['TO', 'DO\\b|FIX', 'ME\\b|@ts-', 'ignore|@ts-', 'nocheck|biome-', 'ignore'].join(''),
    )
    expect(offenders(sources, (f) => unfinished.test(f.text))).toEqual([])
  })

  it('never skips a test', () => {
    const skipped = /\b(?:it|test|describe)\.(?:skip|only|todo)\b/
    expect(offenders(sources, (f) => skipped.test(f.text))).toEqual([])
  })

  it('tests every file of the domain', () => {
    const untested = product
      .filter((f) => f.path.startsWith('packages/domain/src/') && /export function/.test(f.text))
      .filter((f) => !existsSync(join(ROOT, f.path.replace(/\.ts$/, '.test.ts'))))
    expect(untested.map((f) => f.path)).toEqual([])
  })

  it('writes no word of the interface inside a component', () => {
    const components = product.filter(
      (f) => f.path.startsWith('apps/web/src/') && f.path.endsWith('.tsx'),
    )
    expect(components.length).toBeGreaterThan(20)
    const literal = />\s*[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’', ]{3,}\s*<\//
    expect(offenders(components, (f) => literal.test(code(f)))).toEqual([])
  })

  it('explains every problem in two languages and on a page', () => {
    const missing = PROBLEM_CODES.filter(
      (c) =>
        !problemsFr[c] || !problemsEn[c] || !existsSync(join(ROOT, 'docs/problems', `${c}.md`)),
    )
    expect(missing).toEqual([])
  })

  it('names each migration with its own instant', () => {
    const stamps = readdirSync(join(ROOT, 'db/migrations')).map((name) => name.slice(0, 14))
    expect(new Set(stamps).size).toBe(stamps.length)
  })
})

/** The class that each selector begins with: what a rule is about. */
function leadingClasses(css: string): string[] {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)
  const selectors = [...rules].flatMap(([, list = '']) => list.split(','))
  return selectors.flatMap((selector) => /^\s*\.([\w-]+)/.exec(selector)?.[1] ?? [])
}

function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$|\/(test|e2e|bars|bench)\//.test(path)
}

/** The text without comments, for rules about what runs. */
function code(file: Source): string {
  return file.text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

function offenders(files: readonly Source[], isWrong: (file: Source) => boolean): string[] {
  return files.filter(isWrong).map((file) => file.path)
}

function readTree(directory: string): Source[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const full = join(directory, entry.name)
    if (entry.isDirectory()) return readTree(full)
    if (!/\.(ts|tsx|mjs|sql|css)$/.test(entry.name) || full.endsWith('db/schema.sql')) return []
    const text = readFileSync(full, 'utf8')
    return [{ path: relative(ROOT, full), text, lines: text.split('\n').length - 1 }]
  })
}
