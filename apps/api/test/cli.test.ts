import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../src/cli.ts'
import { MONTH_FIXTURE } from './expected-month.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { createTestApp, givenCooperative, type TestApp } from './test-app.ts'

let test: TestApp
let folder: string
let dataDir: string

beforeAll(async () => {
  test = await createTestApp()
  folder = mkdtempSync(join(tmpdir(), 'terreau-cli-'))
  dataDir = mkdtempSync(join(tmpdir(), 'terreau-cli-'))
  process.env.DATABASE_URL = test.urls.ownerUrl
  process.env.DATA_DIR = dataDir
})
afterAll(async () => {
  delete process.env.DATABASE_URL
  delete process.env.DATA_DIR
  for (const path of [folder, dataDir]) rmSync(path, { recursive: true, force: true })
  await test.close()
})

async function terreau(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await runCommandLine(argv, {
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

function changedMonth(name: string, file: string, change: (text: string) => string): string {
  const copy = join(folder, name)
  cpSync(MONTH_FIXTURE, copy, { recursive: true })
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))
  return copy
}

describe('the command line', () => {
  it('says how it is called, in French first', async () => {
    expect(await terreau()).toMatchObject({ code: 2 })
    expect((await terreau('--help')).out).toContain('vérifie les invariants')
    for (const command of ['check', 'import', 'migrate', 'rehearse']) {
      const french = await terreau(command, '--help')
      expect(french).toMatchObject({ code: 0, err: '' })
      expect(french.out).toContain(`terreau ${command}`)
      expect((await terreau(command, '--help', '--lang', 'en')).out).toContain('Usage:')
    }
    expect(await terreau('fly')).toMatchObject({ code: 2 })
    const wrong = await terreau('import', '--bogus', 'x')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('--bogus')
    expect((await terreau('import')).code).toBe(2)
    expect((await terreau('rehearse', '--month', 'octobre', 'x')).err).toContain('octobre')
  })

  it('migrates: nothing is left to do', async () => {
    expect(await terreau('migrate')).toEqual({
      code: 0,
      out: 'Base à jour. Migrations appliquées : 0.\n',
      err: '',
    })
  })
})

describe('rehearse', () => {
  it('prints the expected figures byte for byte, and leaves nothing behind', async () => {
    const { code, out, err } = await terreau('rehearse', MONTH_FIXTURE)
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toBe(readFileSync(join(MONTH_FIXTURE, 'attendu.csv'), 'utf8'))
    const left = await queryAsOwner(
      test,
      `select 1 from pg_database where datname like 'terreau_rehearsal_%'`,
    )
    expect(left).toEqual([])
  })

  it('answers 1 with every refusal, in the language asked for', async () => {
    const wrong = changedMonth('wrong', 'ventes.csv', (text) =>
      text.replace('27/10/2026', '27/09/2026').replace(';DE;', ';Allemagne;'),
    )
    const french = await terreau('rehearse', wrong)
    expect(french).toMatchObject({ code: 1, out: '' })
    expect(french.err).toContain('ventes.csv:2:date Date hors du mois 2026-10 : 2026-09-27.')
    expect(french.err).toContain('ventes.csv:3:pays_client')
    const english = await terreau('rehearse', wrong, '--lang', 'en')
    expect(english.err).toContain('ventes.csv:2:date Date outside the month 2026-10: 2026-09-27.')
  })
})

describe('import and check', () => {
  it('asks which cooperative when there are several, imports into the one named', {
    timeout: 90_000,
  }, async () => {
    expect((await terreau('import', MONTH_FIXTURE)).err).toContain('Aucune coopérative')
    const coop = await givenCooperative(test)
    await givenCooperative(test, 'Autre')
    expect((await terreau('import', MONTH_FIXTURE)).err).toContain('--cooperative')
    const named = [MONTH_FIXTURE, '--cooperative', coop.id]
    const dry = await terreau('import', ...named, '--dry-run')
    expect(dry.code).toBe(0)
    expect(dry.out).toContain('Personnes créées : 32')
    const people = () => queryAsOwner(test, 'select 1 from terreau.person')
    expect(await people()).toHaveLength(0)
    expect((await terreau('import', ...named)).out).toContain('c’est fait')
    expect((await terreau('import', ...named)).out).toContain('rien n’a changé')
    expect(await people()).toHaveLength(32)
    const wrong = changedMonth('twice', 'personnes.csv', (text) =>
      text.replace('\r\nP002;', '\r\nP001;'),
    )
    const refused = await terreau('import', wrong, '--cooperative', coop.id)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('personnes.csv:3:identifiant')
    expect((await terreau('check')).code).toBe(0)
    expect((await terreau('import', ...named, '--undo')).out).toContain('est retirée')
    expect((await terreau('import', ...named, '--undo')).out).toContain('rien à retirer')
    expect((await terreau('check')).code).toBe(0)
  })

  it('check answers 1 as soon as one row is found, for people and for programs', async () => {
    await queryAsOwner(
      test,
      `do $$ begin
         set local session_replication_role = replica;
         update terreau.account set balance_cents = balance_cents + 1
          where id = (select id from terreau.account limit 1);
       end $$`,
    )
    const told = await terreau('check')
    expect(told.code).toBe(1)
    expect(told.out).toContain('ROMPU    i-09-cached-balances')
    const json = await terreau('check', '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({ isHealthy: false })
  })
})
