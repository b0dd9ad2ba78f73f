import { elided } from './elision.ts'
import { mails as en } from './en/mails.ts'
import { mails as fr } from './fr/mails.ts'

export type MailTemplate = keyof typeof fr
export type MailParams = Readonly<Record<string, string>>

/** Subject and plain-text body of a mail. Throws when a placeholder has no value: a hole is a bug. */
export function mailText(
  locale: 'fr' | 'en',
  template: MailTemplate,
  params: MailParams,
): { subject: string; body: string } {
  const { subject, body } = (locale === 'en' ? en : fr)[template]
  return { subject: fill(subject, params), body: fill(body, params) }
}

function fill(text: string, params: MailParams): string {
  const filled = text.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`the mail needs {${name}}`)
    return value
  })
  return elided(filled)
}
