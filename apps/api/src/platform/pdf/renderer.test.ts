import { documentModel } from '@terreau/pdf/document-kinds'
import { readSignature } from '@terreau/pdf/signature-field'
import { afterAll, expect, it } from 'vitest'
import { readDetached } from '../signing/cades.ts'
import { selfSigned } from '../signing/self-signed.ts'
import { createPdfRenderer } from './renderer.ts'

const AT = new Date('2026-11-10T09:00:00Z')
const words = { name: 'Baobab', reason: 'Attestation', place: 'Lyon', at: AT, facts: 'a.b.c' }

const renderer = createPdfRenderer({ threads: 1 })
afterAll(() => renderer.close())

function sheet(title: string) {
  const facts = {
    issuer: {
      name: 'Coopérative Baobab',
      legalForm: 'SCOP SA à capital variable',
      addressLines: ['1 rue des Baobabs', '69001 Lyon'],
      siren: '123456782',
      registryCity: null,
      contactLines: [],
    },
    number: '2026-1',
    title,
    subtitle: '',
    identity: [],
    sections: [],
    signatures: null,
  }
  return documentModel('word-sheet', facts, 'fr')
}

function sealed(title: string, owner: string) {
  const signer = selfSigned({ name: owner, siren: '123456782' }, AT)
  return async () => {
    const seal = { words, signer, isStamped: false }
    const read = readSignature(await renderer.render('word-sheet', sheet(title), AT, seal))
    if (typeof read === 'string') throw new Error(`the signature is ${read}`)
    return readDetached(read.content, read.signature)
  }
}

it('says across threads which letters no font can print', async () => {
  await expect(renderer.render('word-sheet', sheet('漢 et ☕'), AT)).rejects.toMatchObject({
    name: 'UnsupportedCharactersError',
    text: '漢 et ☕',
    characters: ['漢', '☕'],
  })
})

it('seals each document with its own digest, under its own certificate', async () => {
  // Values of ECDSA have 70 to 72 bytes: enough of them meet each length, and each frame twice.
  const [first, second] = [sealed('Une feuille', 'Baobab'), sealed('Une autre', 'Karité')]
  const lengths = new Set<number>()
  for (let n = 0; n < 12; n += 1) {
    for (const seal of [first, second]) {
      const found = await seal()
      expect(found?.isIntact).toBe(true)
      lengths.add(found?.signature.length ?? 0)
    }
  }
  expect(lengths.size).toBeGreaterThan(1)
})
