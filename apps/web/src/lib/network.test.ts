import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type * as network from './network.ts'

const device = { ononline: () => {}, onoffline: () => {} }
const asked: string[] = []
let isCut = true
let seen: boolean[] = []
let forget = () => {}
let hasNetwork: typeof network.hasNetwork
let networkFailed: typeof network.networkFailed
let onNetwork: typeof network.onNetwork

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  ;({ hasNetwork, networkFailed, onNetwork } = await import('./network.ts'))
  vi.stubGlobal('window', device)
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    if (isCut) throw new TypeError('Failed to fetch')
    return new Response()
  })
  isCut = true
  seen = []
  asked.length = 0
  forget = onNetwork(() => seen.push(hasNetwork()))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('notices within two seconds that the network is back, when the phone never said that it was gone', async () => {
  expect(hasNetwork()).toBe(true)
  networkFailed()
  networkFailed()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen).toEqual([false])
  isCut = false
  await vi.advanceTimersByTimeAsync(2_000)
  expect(seen).toEqual([false, true])
  const before = asked.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(before)
})

it('asks nothing more of a phone that says it is back', async () => {
  networkFailed()
  device.ononline()
  expect(seen).toEqual([false, true])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([])
})

it('tries less and less often what fails each time it is tried', async () => {
  isCut = false
  const tries: number[] = []
  const stop = onNetwork(() => {
    if (!hasNetwork()) return
    tries.push(Date.now())
    networkFailed()
  })
  const start = Date.now()
  networkFailed()
  await vi.advanceTimersByTimeAsync(100_000)
  stop()
  const waits = tries.map((at, index) => (at - (tries[index - 1] ?? start)) / 1000)
  expect(waits.slice(0, 6)).toEqual([2, 4, 8, 16, 20, 20])
})

it('tells whoever listens only after the network had failed', async () => {
  forget()
  networkFailed()
  const stop = onNetwork(() => seen.push(hasNetwork()))
  isCut = false
  await vi.advanceTimersByTimeAsync(2_000)
  stop()
  expect(seen).toEqual([true])
})

it('notices the end of a second loss as soon as that of the first', async () => {
  for (const _loss of [1, 2, 3, 4]) {
    isCut = true
    networkFailed()
    await vi.advanceTimersByTimeAsync(30_000)
    isCut = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect(hasNetwork()).toBe(true)
  }
  isCut = true
  networkFailed()
  isCut = false
  await vi.advanceTimersByTimeAsync(4_000)
  expect(hasNetwork()).toBe(true)
})

it('rests once a page is being closed, which gets no timer any more', () => {
  vi.stubGlobal('setTimeout', () => 0)
  let tries = 0
  const stop = onNetwork(() => {
    tries += 1
    if (hasNetwork() && tries < 10) networkFailed()
  })
  networkFailed()
  stop()
  expect(tries).toBe(1)
})
