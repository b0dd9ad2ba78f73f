import { afterEach, describe, expect, it, vi } from 'vitest'
import { afterWrite } from './after-write.ts'

afterEach(() => vi.unstubAllGlobals())

describe('afterWrite', () => {
  it('goes on with what the server answered', async () => {
    vi.stubGlobal('window', { location: { pathname: '/gestion/contrats/1/fin' } })
    const goOn = vi.fn()
    afterWrite(Promise.resolve({ id: '7' }), goOn)
    await vi.waitFor(() => expect(goOn).toHaveBeenCalledWith({ id: '7' }))
  })

  it('leaves in peace a person who has gone to another page meanwhile', async () => {
    const place = { pathname: '/gestion/contrats/1/fin' }
    vi.stubGlobal('window', { location: place })
    const written = Promise.withResolvers<void>()
    const goOn = vi.fn()
    afterWrite(written.promise, goOn)
    place.pathname = '/gestion'
    written.resolve()
    await written.promise
    await Promise.resolve()
    expect(goOn).not.toHaveBeenCalled()
  })

  it('says a refusal to whoever asked for it, and never goes on', async () => {
    vi.stubGlobal('window', { location: { pathname: '/connexion/code' } })
    const refusal = new Error('refused')
    const [goOn, onRefused] = [vi.fn(), vi.fn()]
    afterWrite(Promise.reject(refusal), goOn, onRefused)
    await vi.waitFor(() => expect(onRefused).toHaveBeenCalledWith(refusal))
    expect(goOn).not.toHaveBeenCalled()
  })
})
