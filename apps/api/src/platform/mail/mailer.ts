import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

export interface Message {
  messageId: string
  from: string
  to: { name: string; address: string }
  subject: string
  text: string
  locale: string
}

/** Delivers by SMTP when it is configured, else as .eml files, so that nothing is lost on a first day. */
export interface Mailer {
  readonly isSmtpConfigured: boolean
  deliver(message: Message): Promise<void>
}

export function createMailer(smtpUrl: string | undefined, outbox: string): Mailer {
  if (smtpUrl !== undefined) {
    const transport = createTransport(smtpUrl, { disableFileAccess: true, disableUrlAccess: true })
    return {
      isSmtpConfigured: true,
      async deliver(message) {
        await transport.sendMail(toMail(message))
      },
    }
  }
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'crlf' })
  return {
    isSmtpConfigured: false,
    async deliver(message) {
      const { message: bytes } = await composer.sendMail(toMail(message))
      await mkdir(outbox, { recursive: true, mode: 0o700 })
      // The name is stable: delivering twice after a crash writes the same file again.
      const name = `${message.messageId.replaceAll(/[^a-zA-Z0-9-]/g, '')}.eml`
      await writeFile(join(outbox, name), bytes, { mode: 0o600 })
    },
  }
}

function toMail(message: Message): Parameters<ReturnType<typeof createTransport>['sendMail']>[0] {
  return {
    messageId: `<${message.messageId}>`,
    from: message.from,
    to: message.to,
    subject: message.subject,
    text: message.text,
    headers: { 'Content-Language': message.locale, 'Auto-Submitted': 'auto-generated' },
  }
}
