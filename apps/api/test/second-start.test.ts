import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isWebBuilt, noteWebBuilt, webHash } from '../../../scripts/web-build.ts'

/** Plain JavaScript: it decides on any Node, before there are packages. */
interface Packages {
  arePackagesInstalled(checkout: string): boolean
  notePackages(checkout: string, hash: string): void
  lockHash(checkout: string): string
}
const script = join(import.meta.dirname, '../../../scripts/bootstrap/packages.mjs')
const { arePackagesInstalled, notePackages, lockHash }: Packages = await import(
  pathToFileURL(script).href
)

const FILES = {
  'package-lock.json': '{"lockfileVersion":3}',
  'apps/web/src/phone.tsx': 'page',
  'apps/web/src/phone.test.ts': 'test',
  'apps/web/dist/index.html': 'built',
  'packages/domain/src/money.ts': 'rule',
  'packages/i18n/src/fr.ts': 'mot',
  'packages/protocol/src/wire.ts': 'wire',
  'apps/api/src/main.ts': 'server',
  'node_modules/some/package.json': '{}',
}

let checkout: string

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'terreau-checkout-'))
  for (const [path, text] of Object.entries(FILES)) write(path, text)
})
afterEach(() => rmSync(checkout, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true })
  writeFileSync(join(checkout, path), text)
}

const remove = (path: string): void => rmSync(join(checkout, path), { recursive: true })

/** What a first start leaves behind. */
function startOnce(): void {
  notePackages(checkout, lockHash(checkout))
  noteWebBuilt(checkout, webHash(checkout))
}

const wouldDo = (): string[] => [
  ...(arePackagesInstalled(checkout) ? [] : ['install']),
  ...(isWebBuilt(checkout) ? [] : ['build']),
]

describe('what a start has to do first', () => {
  it('everything, the first time', () => {
    expect(wouldDo()).toEqual(['install', 'build'])
  })

  it('nothing, the second time', () => {
    startOnce()
    expect(wouldDo()).toEqual([])
  })

  it('nothing, when files are written again as they were', () => {
    startOnce()
    for (const [path, text] of Object.entries(FILES)) write(path, text)
    expect(wouldDo()).toEqual([])
  })

  it('installs and builds again when the lock file changed, and only then once more', () => {
    startOnce()
    write('package-lock.json', '{"lockfileVersion":3,"packages":{}}')
    expect(wouldDo()).toEqual(['install', 'build'])
    startOnce()
    expect(wouldDo()).toEqual([])
  })

  it.each([
    ['a page', () => write('apps/web/src/phone.tsx', 'other page')],
    ['a rule', () => write('packages/domain/src/money.ts', 'other rule')],
    ['a word', () => write('packages/i18n/src/fr.ts', 'autre mot')],
    ['the wire', () => write('packages/protocol/src/wire.ts', 'other wire')],
    ['a new file', () => write('apps/web/src/new.tsx', '')],
    ['a file that went', () => remove('packages/i18n/src/fr.ts')],
    ['pages that went', () => remove('apps/web/dist')],
  ])('builds again, and installs nothing, for %s', (_what, change) => {
    startOnce()
    change()
    expect(wouldDo()).toEqual(['build'])
  })

  it.each([
    ['the server', 'apps/api/src/main.ts'],
    ['a test', 'apps/web/src/phone.test.ts'],
    ['what was built', 'apps/web/dist/index.html'],
  ])('neither, for %s', (_what, path) => {
    startOnce()
    write(path, 'other')
    expect(wouldDo()).toEqual([])
  })

  it('installs again when the packages went, or are those of another system', () => {
    startOnce()
    notePackages(checkout, lockHash(checkout).replace(process.platform, 'another'))
    expect(wouldDo()).toEqual(['install'])
    remove('node_modules')
    expect(wouldDo()).toEqual(['install', 'build'])
  })
})
