import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type FakeClamd, fakeClamd } from '../../../test/fake-clamd.ts'
import { clamdScanner } from './clamd-scanner.ts'

/** In two parts, so that no antivirus takes this file away. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('$')

let clamd: FakeClamd
beforeAll(async () => {
  clamd = await fakeClamd([EICAR])
})
beforeEach(() => clamd.behave('answer'))
afterAll(() => clamd.close())

const scanner = () => clamdScanner({ host: clamd.host, port: clamd.port, timeoutMs: 300 })
const bytes = (text: string) => new TextEncoder().encode(text)

it('tells the test file of all antivirus makers from anything else', async () => {
  expect(await scanner().scan(bytes(EICAR))).toBe('infected')
  expect(await scanner().scan(bytes('rien'))).toBe('clean')
  expect(await scanner().scan(bytes(''))).toBe('clean')
})

it('sends every byte of a large file, also what lies across two chunks', async () => {
  const large = Buffer.concat([Buffer.alloc(64 * 1024 - 10, 'a'), Buffer.from(EICAR)])
  expect(await scanner().scan(large)).toBe('infected')
  expect(clamd.streams.at(-1)?.equals(large)).toBe(true)
})

it('gives no verdict when it is silent, says something else, or is not there', async () => {
  clamd.behave('silent')
  await expect(scanner().scan(bytes('x'))).rejects.toThrow('does not answer')
  clamd.behave('broken')
  await expect(scanner().scan(bytes('x'))).rejects.toThrow('no verdict')
  await expect(clamdScanner({ host: '127.0.0.1', port: 1 }).scan(bytes('x'))).rejects.toThrow()
})
