import { describe, expect, it } from 'vitest'
import { readRateBp, readSettingValue, settingText } from './setting-value.ts'

const words = {
  day: (text: string) => `le ${text}`,
  days: (count: number) => `${count} jours`,
  months: (count: number) => `${count} mois`,
  count: (count: number) => `${count} fois`,
  people: (count: number) => `${count} personnes`,
  hours: (count: number) => `${count} heures`,
  yesNo: (isYes: boolean) => (isYes ? 'oui' : 'non'),
}

describe('values of settings', () => {
  it('are read as people write them', () => {
    expect(readSettingValue('accident_cover_monthly_cents', '3,95 €', 'fr')).toEqual({
      value: '395',
    })
    expect(readSettingValue('phone_vat_share_bp', '60 %', 'fr')).toEqual({ value: '6000' })
    expect(readSettingValue('declaration_deadline_day', ' 5 ', 'fr')).toEqual({ value: '5' })
  })

  it('are refused with the kind of the slip', () => {
    expect(readSettingValue('accident_cover_monthly_cents', 'trois', 'fr')).toEqual({
      code: 'amount',
    })
    expect(readSettingValue('phone_vat_share_bp', '60 euros', 'fr')).toEqual({ code: 'rate' })
    expect(readSettingValue('phone_vat_share_bp', '120', 'fr')).toEqual({ code: 'bounds' })
    expect(readSettingValue('declaration_deadline_day', 'cinq', 'fr')).toEqual({ code: 'day' })
    expect(readSettingValue('piece_reminder_first_days', 'sept', 'fr')).toEqual({ code: 'days' })
    expect(readSettingValue('piece_reminders_most', 'trois', 'fr')).toEqual({ code: 'count' })
    expect(readSettingValue('declaration_deadline_day', '32', 'fr')).toEqual({ code: 'bounds' })
  })

  it('are counted in what they are: a cooperative may have more than 999 people', () => {
    expect(readSettingValue('salary_headcount', '1 200', 'fr')).toEqual({ value: '1200' })
    expect(readSettingValue('salary_headcount', '100001', 'fr')).toEqual({ code: 'bounds' })
    expect(settingText('salary_headcount', '60', 'fr', words)).toBe('60 personnes')
    expect(settingText('tutor_badge_first_hours', '10', 'fr', words)).toBe('10 heures')
  })

  it('read a month of the year by its number or its name, in any language of the page', () => {
    const read = (text: string) => readSettingValue('financial_year_first_month', text, 'fr')
    for (const september of ['9', '09', ' Septembre ', 'sept', 'September'])
      expect(read(september)).toEqual({ value: '9' })
    expect(read('août')).toEqual({ value: '8' })
    expect(read('fevrier')).toEqual({ value: '2' })
    for (const unclear of ['jui', 'ma', '', '2026-09', 'neuf'])
      expect(read(unclear)).toEqual({ code: 'monthOfYear' })
    for (const beyond of ['0', '13']) expect(read(beyond)).toEqual({ code: 'bounds' })
    expect(settingText('financial_year_first_month', '9', 'fr', words)).toBe('septembre')
    expect(settingText('financial_year_first_month', '9', 'en', words)).toBe('September')
  })

  it('read yes and no, in words or digits', () => {
    for (const yes of ['oui', ' Yes', '1'])
      expect(readSettingValue('two_persons_required', yes, 'fr')).toEqual({ value: '1' })
    expect(readSettingValue('two_persons_required', 'NON', 'fr')).toEqual({ value: '0' })
    expect(readSettingValue('two_persons_required', '2', 'fr')).toEqual({ code: 'yesNo' })
    expect(settingText('two_persons_required', '1', 'fr', words)).toBe('oui')
  })

  it('read a rate exactly', () => {
    expect(readRateBp('13,5')).toBe(1350n)
    expect(readRateBp('0.07')).toBe(7n)
    expect(readRateBp('100')).toBe(10_000n)
    expect(readRateBp('13,555')).toBeNull()
    expect(readRateBp('')).toBeNull()
  })

  it('are shown in their unit', () => {
    expect(settingText('accident_cover_monthly_cents', '395', 'fr', words)).toBe('3,95\u00a0€')
    expect(settingText('phone_vat_share_bp', '6000', 'fr', words)).toBe('60\u00a0%')
    expect(settingText('declaration_deadline_day', '5', 'fr', words)).toBe('le 5')
    expect(settingText('notice_alert_days', '3', 'fr', words)).toBe('3 jours')
    expect(readSettingValue('notice_alert_days', 'trois', 'fr')).toEqual({ code: 'days' })
    expect(settingText('piece_reminders_most', '3', 'fr', words)).toBe('3 fois')
  })
})
