import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiUrl, call } from './api.ts'
import { ProblemError } from './problem-error.ts'

const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  fetched.mockReset()
  vi.unstubAllGlobals()
})

describe('call', () => {
  it('fills the path, sends the body as JSON and reads the answer', async () => {
    fetched.mockResolvedValue(Response.json({ home: '/moi' }))
    const answer = await call('POST /sign-in/link', { body: { token: 't' } })
    expect(answer).toEqual({ home: '/moi' })
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/sign-in/link')
    expect(sent().body).toBe('{"token":"t"}')
    expect(header('Content-Type')).toBe('application/json')
    expect(header('Accept-Language')).toBe('fr')
  })

  it('gives each POST its own idempotency key, and keeps the one it is given', async () => {
    fetched.mockImplementation(async () => new Response(null, { status: 204 }))
    await call('POST /sign-in/link', { body: { token: 't' } })
    expect(header('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
    await call('POST /sign-in/link', { body: { token: 't' }, idempotencyKey: 'kept-key' })
    expect(header('Idempotency-Key', 1)).toBe('kept-key')
    await call('DELETE /session')
    expect(header('Idempotency-Key', 2)).toBeNull()
  })

  it('sends the version it read', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }))
    await call('DELETE /session', { ifMatch: 3 })
    expect(header('If-Match')).toBe('"3"')
  })

  it('escapes what goes into the path', () => {
    const params = { userId: 'a/b', role: 'tutor' } as const
    expect(apiUrl('DELETE /users/:userId/roles/:role', { params })).toBe(
      '/api/users/a%2Fb/roles/tutor',
    )
  })

  it('throws the problem of the API with its fields and request id', async () => {
    const body = {
      code: 'request-invalid',
      status: 400,
      instance: 'urn:terreau:request:abc',
      errors: [{ pointer: '/body/email', code: 'field-required' }],
    }
    fetched.mockResolvedValue(
      new Response(JSON.stringify(body), {
        status: 400,
        headers: { 'Content-Type': 'application/problem+json' },
      }),
    )
    const problem = await failure()
    expect(problem.code).toBe('request-invalid')
    expect(problem.requestId).toBe('abc')
    expect(problem.errors).toEqual(body.errors)
  })

  it('calls a proxy that is down unavailable, and a missing network by its name', async () => {
    fetched.mockResolvedValue(new Response('<html>', { status: 502 }))
    expect((await failure()).code).toBe('unavailable')
    fetched.mockRejectedValue(new TypeError('failed'))
    expect((await failure()).code).toBe('network')
  })
})

async function failure(): Promise<ProblemError> {
  const error = await call('GET /session').catch((thrown: unknown) => thrown)
  if (!(error instanceof ProblemError)) throw new Error('expected a problem')
  return error
}

function sent(index = 0): RequestInit {
  return fetched.mock.calls[index]?.[1] ?? {}
}

function header(name: string, index = 0): string | null {
  return new Headers(sent(index).headers).get(name)
}
