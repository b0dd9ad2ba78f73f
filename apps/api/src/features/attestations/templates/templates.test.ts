import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../../test/given-closed-month.ts'
import { givenScheme, givenTester } from '../../../../test/given-money.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../../test/test-app.ts'

let test: TestApp
let direction: Caller
let adviser: Caller
let personId: string

beforeAll(async () => {
  test = await createTestApp()
  const cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  direction = await givenUser(test, cooperative, ['direction'])
  adviser = await givenUser(test, cooperative, ['adviser'])
  const person = await givenTester(test, cooperative, scheme, { kind: 'CAPE', familyName: 'Diop' })
  personId = person.personId
  await givenClosedMonth(test, cooperative, { ...person, month: '2026-09' })
})
afterAll(() => test.close())

type Kind = 'monthly_income' | 'cape_entry'

function publish(body: string, of: { kind?: Kind; basedOn?: number; caller?: Caller } = {}) {
  const { kind = 'cape_entry', basedOn = 0, caller = direction } = of
  return call(test, caller, 'POST /attestation-templates', {
    body: { kind, locale: 'fr', body, basedOn },
  })
}

async function issue(kind: Kind = 'cape_entry', locale: 'fr' | 'en' = 'fr') {
  const months = kind === 'monthly_income' ? ['2026-09'] : []
  const { body } = await call(test, adviser, 'POST /attestations', {
    body: { kind, personId, months, locale },
  })
  const detail = await call(test, adviser, 'GET /attestations/:attestationId', {
    params: { attestationId: body.id },
  })
  const document = await call(test, adviser, 'GET /attestations/:attestationId/document', {
    params: { attestationId: body.id },
  })
  return { ...detail.body, text: textOf(await document.bytes()) }
}

function textOf(input: Uint8Array): string {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
  return text.replaceAll(/\s+/g, ' ')
}

describe('the paragraphs of the cooperative', () => {
  it('stand on what is issued once they are published, and change nothing of what was issued', async () => {
    const before = await issue()
    expect(before.snapshot.freeText).toBeNull()
    expect(
      (await publish('{{nom}} habite {{lieu}}.\n\nContrat {{contrat}}, dès le {{debut}}.')).body,
    ).toEqual({ version: 1 })
    const first = await issue()
    expect(first.text).toContain('Diop habite')
    expect(first.text).toContain('n’est pas un contrat de travail')
    expect(first.snapshot.freeText).toMatchObject({ version: 1 })
    expect(first.snapshot.freeText?.paragraphs).toHaveLength(2)
    await publish('Autre phrase pour {{cooperative}}.', { basedOn: 1 })
    const second = await issue()
    expect(second.text).toContain('Autre phrase pour')
    expect(second.text).not.toContain('habite')
    const again = await call(test, adviser, 'GET /attestations/:attestationId', {
      params: { attestationId: first.id },
    })
    expect(again.body).toMatchObject({ isIntact: true, snapshot: { freeText: { version: 1 } } })
    // Another language and another kind have texts of their own.
    expect((await issue('cape_entry', 'en')).snapshot.freeText).toBeNull()
    expect((await issue('monthly_income')).snapshot.freeText).toBeNull()
    expect((await publish('', { basedOn: 2 })).body).toEqual({ version: 3 })
    expect((await issue()).snapshot.freeText).toBeNull()
    const versions = await call(test, adviser, 'GET /attestation-templates', {
      query: { kind: 'cape_entry', locale: 'fr' },
    })
    expect(versions.body.map(({ version }) => version)).toEqual([3, 2, 1])
  })

  it('are refused at their field for a tag without value, a loose brace or a sign of no font', async () => {
    const refused = async (body: string) => {
      const { status, problem } = await publish(body, { kind: 'monthly_income' })
      return [status, problem?.errors?.[0]]
    }
    expect(await refused('Bonjour {{contrat}} et {{salaire}}')).toEqual([
      400,
      { pointer: '/body/body', code: 'tag-unknown', params: { tags: 'contrat, salaire' } },
    ])
    expect(await refused('Bonjour {nom}')).toMatchObject([400, { code: 'brace-loose' }])
    expect(await refused('Bonjour 漢')).toMatchObject([400, { code: 'text-not-printable' }])
    expect(await refused('Bon\ufffdjour')).toMatchObject([400, { code: 'text-not-printable' }])
    expect(await refused('a\n\n'.repeat(25))).toEqual([
      400,
      { pointer: '/body/body', code: 'too-many-lines', params: { most: '24' } },
    ])
    // A sign that no column holds, from a program: not a fault of ours.
    expect(await refused('Bonjour \0')).toEqual([
      400,
      { pointer: '/body/body', code: 'field-format' },
    ])
  })

  it('hold nothing that cannot be seen', async () => {
    const kind = 'monthly_income'
    await publish('Bon\u202ejour {{n\u200bom}}.\r\n\r\n\u200b\u2060\n\n', { kind })
    expect((await issue(kind)).snapshot.freeText?.paragraphs).toEqual(['Bonjour Awa Diop.'])
    await publish('\u200b\u2060', { kind, basedOn: 1 })
    expect((await issue(kind)).snapshot.freeText).toBeNull()
    // As text editors end a line and widen a space.
    await publish('Un\vdeux\u2028\u2028trois\u3000{{ Numéro }}\tfin', { kind, basedOn: 2 })
    const { number, snapshot, text } = await issue(kind)
    expect(snapshot.freeText?.paragraphs).toEqual(['Un\ndeux', `trois ${number} fin`])
    expect(text).toContain(`trois ${number} fin`)
    await publish('', { kind, basedOn: 3 })
  })

  it('are published by the direction alone, over the version that was read', async () => {
    expect((await publish('Un.', { kind: 'monthly_income', caller: adviser })).status).toBe(403)
    expect((await publish('Un.', { kind: 'monthly_income', basedOn: 4 })).status).toBe(200)
    const late = await publish('Deux.', { kind: 'monthly_income', basedOn: 4 })
    expect([late.status, late.problem?.code]).toEqual([412, 'version-changed'])
    const both = await Promise.all([
      publish('Deux.', { kind: 'monthly_income', basedOn: 5 }),
      publish('Trois.', { kind: 'monthly_income', basedOn: 5 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it('never reach a work certificate or a settlement receipt', async () => {
    for (const kind of ['work_certificate', 'settlement_receipt'])
      await expect(
        queryAsOwner(
          test,
          `insert into terreau.attestation_template (cooperative_id, kind, locale, version, body, published_by)
           select m.cooperative_id, $1, 'fr', 1, 'Un mot', m.user_id from terreau.membership m limit 1`,
          [kind],
        ),
      ).rejects.toThrow('attestation_template_kind')
  })

  it('can be seen on a real person before, without a number, a code or a trace', async () => {
    const count = () => queryAsOwner(test, 'select count(*) from terreau.attestation')
    const before = await count()
    for (const kind of ['cape_entry', 'monthly_income'] as const) {
      const preview = await call(test, adviser, 'GET /attestation-templates/preview', {
        query: { kind, locale: 'fr', body: 'Essai pour {{nom}}, {{numero}}.', personId },
      })
      const text = textOf(await preview.bytes())
      expect(text).toContain('Diop, ESSAI.')
      expect(text).not.toContain('ATT-')
      expect(text).not.toContain('Vérifier ce document')
    }
    expect(await count()).toEqual(before)
    const wrong = await call(test, adviser, 'GET /attestation-templates/preview', {
      query: { kind: 'cape_entry', locale: 'fr', body: '{{salaire}}', personId },
    })
    expect(wrong.status).toBe(400)
  })
})
