import { type Said, StartError } from '@terreau/db/start-error'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the address that links begin with', () => {
  it.each([
    [{}, 'http://localhost:3000'],
    [{ PORT: '3001' }, 'http://localhost:3001'],
    [{ HOST: '192.168.1.20' }, 'http://192.168.1.20:3000'],
    [{ HOST: 'terreau.lan', PORT: '80' }, 'http://terreau.lan:80'],
    [{ HOST: 'fd00::20' }, 'http://[fd00::20]:3000'],
    [{ HOST: '0.0.0.0' }, 'http://localhost:3000'],
    [{ HOST: '::' }, 'http://localhost:3000'],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://cae.example/' }, 'https://cae.example'],
  ])('of %j is %s', (env, url) => {
    expect(readConfig(env).publicUrl).toBe(url)
  })
})

describe('a number', () => {
  it('that is set to nothing is the usual one', () => {
    const config = readConfig({ PORT: '', CLAMAV_HOST: 'av', CLAMAV_PORT: ' ' })
    expect([config.port, config.clamav?.port]).toEqual([3000, 3310])
  })

  it('may be 0 for any free port', () => {
    expect(readConfig({ PORT: '0' }).port).toBe(0)
  })

  it.each(['trois', '3000.5', '-1', '65536', '1e3'])('that reads %s is refused', (PORT) => {
    expect(saidOf({ PORT }).fr).toBe('PORT doit être un nombre de 0 à 65535.')
  })
})

describe('a wrong setting', () => {
  it.each([
    ['PUBLIC_URL', 'localhost:3000'],
    ['SMTP_URL', 'smtp.example'],
    ['TERREAU_DEMO', 'oui'],
    ['TERREAU_TODAY', '2026-02-30'],
    ['CLAMAV_PORT', '0'],
    ['TIMESTAMP_URL', 'ftp://tsa.example'],
    ['TIMESTAMP_TIMEOUT_MS', '199'],
    ['LOG_LEVEL', 'loud'],
  ])('%s says what it accepts in both languages, and never its value', (name, value) => {
    const { fr, en } = saidOf({ [name]: value })
    expect(fr).toMatch(new RegExp(`^${name} doit être .{5,}\\.$`))
    expect(en).toMatch(new RegExp(`^${name} must be .{5,}\\.$`))
    expect(fr + en).not.toContain(value)
  })

  it('has its own line beside the others', () => {
    expect(saidOf({ PORT: 'x', LOG_LEVEL: 'x' }).en.split('\n')).toHaveLength(2)
  })

  it.each(['TERREAU_TODAY', 'TERREAU_DEMO', 'SMTP_URL', 'HOST'])(
    '%s set to nothing counts as not set',
    (name) => {
      expect(readConfig({ [name]: ' ' })).toEqual(readConfig({}))
    },
  )
})

function saidOf(env: NodeJS.ProcessEnv): Said {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof StartError) return error.said
    throw error
  }
  throw new Error('the settings were accepted')
}
