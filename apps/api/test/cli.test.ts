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
  it('prints the expected figures byte for byte, and leaves nothing behind', {
    timeout: 90_000,
  }, async () => {
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

  it('answers 1 with every refusal, in the language asked for', {
    timeout: 90_000,
  }, async () => {
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
    const alone = await terreau('import', MONTH_FIXTURE, '--dry-run')
    expect(alone).toMatchObject({ code: 0, err: '' })
    expect(alone.out).toContain('Aucune coopérative ici')
    expect(alone.out).toContain('Personnes et activités à créer (32)')
    const coop = await givenCooperative(test)
    const other = await givenCooperative(test, 'Autre')
    const asked = await terreau('import', MONTH_FIXTURE)
    expect(asked.code).toBe(2)
    for (const one of [coop, other]) expect(asked.err).toContain(`  ${one.name}  ${one.id}`)
    const unchosen = await terreau('import', MONTH_FIXTURE, '--dry-run')
    expect(unchosen).toMatchObject({ code: 0, err: '' })
    expect(unchosen.out).toContain(`  ${other.name}  ${other.id}`)
    expect(unchosen.out).toContain('Ventes à créer (81)')
    expect((await terreau('import', MONTH_FIXTURE, '--cooperative', 'Absente')).code).toBe(2)
    const named = [MONTH_FIXTURE, '--cooperative', 'cooperative BAOBAB']
    const dry = await terreau('import', ...named, '--dry-run')
    expect(dry).toMatchObject({ code: 0, err: '' })
    expect(dry.out).toContain('Coopérative : Coopérative Baobab')
    for (const line of [
      /^ {2}regimes\.csv:4 +AG2026-TRANCHES, assemblée du 29\/05\/2026 : 12\s% \/ 10\s% \/ 8\s%$/m,
      /^ {2}taux\.csv:4 +USD : 1\.0835 pour 1 €$/m,
      /^ {2}reglages\.csv:2 +at_mp_refacturée_cape : 3,95$/m,
      /^ {2}personnes\.csv:2 +P001 Bintou Touré, activité « couture sur mesure »$/m,
      /^ {2}personnes\.csv:3 +CAPE de P002 Modibo N’Diaye, du 15\/02\/2026 au 14\/02\/2027, régime AG2025-MB13\.5$/m,
      /^ {2}ventes\.csv:2 +P001 Bintou Touré, 27\/10\/2026, =SOMME\(A1\) : 133\s500\sF\sCFA TTC, TVA 0\s%$/m,
      /^ {2}depenses\.csv:2 +P001 Bintou Touré, 18\/10\/2026, hotel : 416,66\s€, dont TVA 37,88\s€, justificatif : oui$/m,
      /^ {2}kilometres\.csv:2 +P002 Modibo N’Diaye : 248 km, 5 CV, visites clients$/m,
      /^ {2}Personnes créées : 32 \(déjà connues : 0\)$/m,
    ]) {
      expect(dry.out).toMatch(line)
    }
    const people = () => queryAsOwner(test, 'select 1 from terreau.person')
    expect(await people()).toHaveLength(0)
    const done = await terreau('import', ...named)
    expect(done.out).toContain('c’est fait')
    expect(done.out).toContain('Personnes créées : 32')
    expect(done.out).toContain(`import ${MONTH_FIXTURE} --cooperative ${coop.id} --undo`)
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

  it('lists in one dry run what would be created and every line it refuses', async () => {
    const folder = changedMonth('mixed', 'ventes.csv', (text) =>
      text.replace('27/10/2026', '27/09/2026').replace(';DE;', ';Allemagne;'),
    )
    const { code, out, err } = await terreau(
      'import',
      folder,
      '--dry-run',
      '--cooperative',
      'Autre',
    )
    expect(code).toBe(1)
    expect(out).toContain('Personnes et activités à créer (32)')
    expect(out).toContain('Ventes à créer (79)')
    expect(out).toMatch(/^ {2}ventes\.csv:4 +P003 Khady Sy/m)
    expect(out).not.toMatch(/^ {2}ventes\.csv:2 /m)
    expect(out).toContain('Lignes refusées (2)')
    expect(out).toContain('  ventes.csv:2:date Date hors du mois 2026-10 : 2026-09-27.')
    expect(out).toContain('  ventes.csv:3:pays_client Code de pays illisible')
    expect(err).toBe('Rien n’a été repris : 2 lignes sont refusées.\n')
    const people = await queryAsOwner(test, "select 1 from terreau.person where reference = 'P003'")
    expect(people).toHaveLength(1)
  })

  it('check and a dry run change nothing in a database of another version', async () => {
    const last = `(select max(name) from terreau.schema_migration)`
    const [kept] = await queryAsOwner<{ name: string; sha256: string; applied_at: Date }>(
      test,
      `delete from terreau.schema_migration where name = ${last} returning *`,
    )
    const count = () => queryAsOwner(test, 'select count(*) from terreau.schema_migration')
    const before = await count()
    for (const argv of [
      ['check'],
      ['import', MONTH_FIXTURE, '--dry-run'],
      ['retention', '--dry-run'],
    ]) {
      const refused = await terreau(...argv)
      expect(refused).toMatchObject({ code: 1, out: '' })
      expect(refused.err).toContain('plus ancienne que cette version de Terreau')
      const english = await terreau(...argv, '--lang', 'en')
      expect(english.err).toContain('older than this version of Terreau')
      expect(refused.err.trim().split('\n')).toHaveLength(1)
    }
    expect(await count()).toEqual(before)
    await queryAsOwner(test, 'insert into terreau.schema_migration values ($1, $2, $3)', [
      kept?.name,
      kept?.sha256,
      kept?.applied_at,
    ])
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
