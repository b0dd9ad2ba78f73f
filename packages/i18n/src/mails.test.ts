import { describe, expect, it } from 'vitest'
import { mails as en } from './en/mails.ts'
import { formatDate } from './format.ts'
import { mails as fr } from './fr/mails.ts'
import { type MailTemplate, mailText } from './mails.ts'

const LOCALES = ['fr', 'en'] as const

/** Who is mentioned: none of it may stand in a subject, which a locked screen and a neighbour show. */
const PERSONAL = {
  name: 'Aïssatou',
  person: 'Moussa Traoré',
  phone: '+33 6 12 34 56 78',
  adviser: 'Nadia Kaci',
  paper: 'Assurance responsabilité civile',
  pieces: '- Carte Vitale',
  reason: 'Il manque une facture',
  title: 'Contrat CAPE-2026-0007',
}
const DAY = '2027-03-15'

/** The mails that say that something comes to its end or is still awaited, and what each must name. */
const ALERTS = {
  'signature-asked': ['link'],
  'signature-reminder': ['link'],
  'declaration-reminder': ['link', 'until'],
  'interview-reminder': ['day'],
  'pieces-missing': ['link', 'pieces'],
  'permit-ending': ['link', 'until'],
  'permit-over': ['link', 'until'],
  'permit-refused': ['link', 'reason'],
  'permit-ending-office': ['link', 'until', 'person'],
  'permit-ending-office-call': ['link', 'until', 'person', 'phone'],
  'permit-over-office': ['link', 'until', 'person', 'phone'],
  'paper-ending': ['link', 'until', 'paper'],
  'paper-ending-send': ['link', 'until', 'paper'],
  'paper-ending-office': ['link', 'until', 'person', 'paper'],
  'paper-ending-office-call': ['link', 'until', 'person', 'phone', 'paper'],
} as const satisfies Partial<Record<MailTemplate, readonly string[]>>

const CASES = LOCALES.flatMap((locale) =>
  Object.entries(ALERTS).map(([template, named]) => [locale, template, named] as const),
)

function isTemplate(text: string): text is MailTemplate {
  return Object.hasOwn(fr, text)
}

function rendered(locale: 'fr' | 'en', template: string) {
  if (!isTemplate(template)) throw new Error(template)
  const { subject, body } = (locale === 'en' ? en : fr)[template]
  const names = [...`${subject}${body}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const known: Record<string, string> = {
    ...PERSONAL,
    until: formatDate(DAY, locale),
    day: formatDate(DAY, locale),
    link: 'https://cae.exemple.test/ici',
    cooperative: 'Coopérative Horizon',
  }
  const params = Object.fromEntries(names.map((name) => [name, known[name] ?? `(${name})`]))
  return { mail: mailText(locale, template, params), params }
}

describe('an alert or a reminder', () => {
  it.each(CASES)(
    'in %s, %s says what, by when and where, in plain words',
    (locale, template, named) => {
      const { mail, params } = rendered(locale, template)
      for (const name of named)
        expect([name, mail.body]).toEqual([name, expect.stringContaining(params[name] ?? '?')])
      for (const secret of Object.values(PERSONAL)) expect(mail.subject).not.toContain(secret)
      expect(`${mail.subject}${mail.body}`).not.toMatch(
        /[{}]|undefined|null|\b[a-z]+(\.[a-z]+){2,}\b(?<!exemple\.test)/i,
      )
      expect(mail.subject.length).toBeLessThanOrEqual(70)
      const sentences = mail.body.split(/(?<=[.!?:;…])\s+|\n+/)
      const long = sentences.filter(
        (sentence) => (sentence.match(/[\p{L}\p{N}-]+/gu) ?? []).length > 20,
      )
      expect(long).toEqual([])
      expect(mail.body).not.toMatch(/veuillez|dûment|merci de|please find|kindly/i)
    },
  )

  it.each(LOCALES)('is written in its own language (%s)', (locale) => {
    const greeting = locale === 'fr' ? /^Bonjour / : /^Hello /
    for (const template of Object.keys(ALERTS))
      expect(rendered(locale, template).mail.body).toMatch(greeting)
  })
})
