import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PublishedKey } from './published-keys.ts'
import { checkFacts, type SignedFacts, signFacts } from './signed-facts.ts'

const KID = 'mwXeKgBTLm'
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const FACTS: SignedFacts = {
  number: 'ATT-2026-000013',
  kind: 'monthly_income',
  person: 'Ẹniọlá Adébáyọ̀',
  issuedOn: '2026-11-02',
  period: { start: '2026-07', end: '2026-09' },
  figures: { pay: '0,00 €', revenue: '5 861,96 €' },
  snapshot: 'r5ecJd3kY0n1p2q3s4t5uA',
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const { x = '' } = publicKey.export({ format: 'jwk' })
const KEYS: PublishedKey[] = [
  { kty: 'OKP', crv: 'Ed25519', x, kid: KID, issuer: 'Coopérative Karité', retired_on: null },
]

function signedWith(header: object, payload: string, key: KeyObject = privateKey): string {
  const head = Buffer.from(JSON.stringify(header)).toString('base64url')
  const signature = sign(null, Buffer.from(`${head}.${payload}`), key).toString('base64url')
  return [head, payload, signature].join('.')
}

describe('signed facts', () => {
  // Names of each length modulo three end their part with none, two or four bits that belong to no byte.
  it.each(['Awa', 'Awa N', 'Awa Nd'])(
    'are not genuine with one other sign (%s)',
    async (person) => {
      const jws = await signFacts({ ...FACTS, person }, { id: KID, privateKey })
      expect(await checkFacts(jws, KEYS)).toMatchObject({ is: 'genuine', facts: { person } })
      const ends = new Set([jws.indexOf('.'), jws.lastIndexOf('.'), jws.length].map((at) => at - 1))
      const genuine: string[] = []
      for (let at = 0; at < jws.length; at += 1) {
        const others = [...SIGNS, '.', '='].filter((sign) => sign !== jws[at])
        for (const sign of ends.has(at) ? others : [others[at % others.length] ?? '']) {
          const changed = jws.slice(0, at) + sign + jws.slice(at + 1)
          if ((await checkFacts(changed, KEYS)).is === 'genuine') genuine.push(changed)
        }
      }
      for (const changed of [`${jws}A`, `${jws}=`, `${jws}\n`, `A${jws}`, jws.slice(0, -1)])
        if ((await checkFacts(changed, KEYS)).is === 'genuine') genuine.push(changed)
      expect(genuine).toEqual([])
    },
  )

  it('are signed under the header that is written here, and under no other', async () => {
    const [, payload = ''] = (await signFacts(FACTS, { id: KID, privateKey })).split('.')
    const right = { alg: 'EdDSA', kid: KID }
    expect(await checkFacts(signedWith(right, payload), KEYS)).toMatchObject({ is: 'genuine' })
    const others = [
      { ...right, typ: 'JWT' },
      { ...right, crit: ['b64'], b64: true },
      { kid: KID, alg: 'EdDSA' },
      { alg: 'Ed25519', kid: KID },
    ]
    for (const header of others)
      expect(await checkFacts(signedWith(header, payload), KEYS)).toEqual({ is: 'altered' })
  })
})
