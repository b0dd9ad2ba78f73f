import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

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

  it.each(['trois', '3000.5', '-1', '65536'])('that reads %s is refused by name', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(new ConfigError('PORT is not valid.'))
  })
})
