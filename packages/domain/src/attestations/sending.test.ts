import { describe, expect, it } from 'vitest'
import { sendingOf } from './sending.ts'

const person = {
  channel: null,
  email: 'awa@exemple.test',
  phone: '+33600000000',
  hasAccount: true,
} as const

describe('how a certificate leaves', () => {
  it('is a mail for who reads mails or said nothing', () => {
    expect(sendingOf(person)).toBe('email')
    expect(sendingOf({ ...person, channel: 'email', hasAccount: false })).toBe('email')
  })

  it('is a link for who wants a message or a call, and has a page that it opens', () => {
    for (const channel of ['sms', 'whatsapp', 'phone'] as const) {
      expect(sendingOf({ ...person, channel })).toBe(channel)
      expect(sendingOf({ ...person, channel, email: '' })).toBe(channel)
      expect(sendingOf({ ...person, channel, hasAccount: false })).toBe('paper')
      expect(sendingOf({ ...person, channel, phone: '' })).toBe('paper')
    }
  })

  it('is the paper for who has no address', () => {
    expect(sendingOf({ ...person, email: '' })).toBe('paper')
    expect(sendingOf({ ...person, channel: 'email', email: '' })).toBe('paper')
  })
})
