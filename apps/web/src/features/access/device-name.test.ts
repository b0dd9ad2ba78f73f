import { describe, expect, it } from 'vitest'
import { deviceName } from './device-name.ts'

const MOZILLA = 'Mozilla/5.0'

describe('the name of a device', () => {
  it.each([
    [
      `${MOZILLA} (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36`,
      { browser: 'Chrome', system: 'Android' },
    ],
    [
      `${MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
      { browser: 'Edge', system: 'Windows' },
    ],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1`,
      { browser: 'Safari', system: 'iPhone' },
    ],
    [
      `${MOZILLA} (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0`,
      { browser: 'Firefox', system: 'Linux' },
    ],
    ['', { browser: null, system: null }],
  ])('is what people recognise: %s', (userAgent, name) => {
    expect(deviceName(userAgent)).toEqual(name)
  })
})
