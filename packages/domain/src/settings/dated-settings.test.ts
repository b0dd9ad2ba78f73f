import { describe, expect, it } from 'vitest'
import { DATED_SETTINGS, isSettingKey, isSettingValue, SETTING_KEYS } from './dated-settings.ts'

describe('dated settings', () => {
  it('are a closed list', () => {
    expect(SETTING_KEYS).toHaveLength(Object.keys(DATED_SETTINGS).length)
    expect(isSettingKey('phone_vat_share_bp')).toBe(true)
    expect(isSettingKey('toString')).toBe(false)
  })

  it.each(SETTING_KEYS)('%s accepts its bounds and nothing beyond', (key) => {
    const { least, most } = DATED_SETTINGS[key]
    expect(isSettingValue(key, least)).toBe(true)
    expect(isSettingValue(key, most)).toBe(true)
    expect(isSettingValue(key, least - 1n)).toBe(false)
    expect(isSettingValue(key, most + 1n)).toBe(false)
  })
})
