import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApp, givenCooperative, type TestApp } from '../../test/test-app.ts'
import type { HttpEnv } from './http/http-env.ts'
import type { LiveEvents } from './live-events.ts'
import { progressEvents } from './progress-events.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

it('ends on what was announced while the first state was read', async () => {
  const { id } = await givenCooperative(test, 'Baobab', '2026-10')
  const closing = new AbortController()
  let announce = (_data: unknown): void => undefined
  const events: LiveEvents = {
    closed: closing.signal,
    subscribe(_cooperativeId, _topic, listener) {
      announce = listener
      return () => undefined
    },
    close: async () => undefined,
  }
  const watched = {
    topic: 'closing:2026-10',
    async now() {
      announce({ done: 1 })
      return { done: 0 }
    },
  }
  const who = { cooperativeId: id, actor: { kind: 'job', name: 'test' } as const }
  const app = new Hono<HttpEnv>()
  app.get('/', (c) => progressEvents({ ...test.services, events }, who, watched).open(c))
  const reader = (await app.request('/')).body?.pipeThrough(new TextDecoderStream()).getReader()
  let said = ''
  while (said.split('\n\n').length < 3) said += (await reader?.read())?.value ?? ''
  closing.abort()
  expect(said.match(/data: .*/g)).toEqual(['data: {"done":0}', 'data: {"done":1}'])
})
