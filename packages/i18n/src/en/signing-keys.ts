import type { signingKeys as fr } from '../fr/signing-keys.ts'
import type { Translation } from '../t.ts'

export const signingKeys: Translation<typeof fr> = {
  title: 'Signing of certificates',
  hint: 'Each certificate is signed: the square to scan, and the whole PDF.',
  purpose: { facts: 'Square to scan', document: 'Seal of the PDF' },
  none: 'The key is made with the first certificate.',
  key: 'Key {id}, used since {date}.',
  origin: {
    made: 'Digital certificate made here. PDF readers say “valid, issuer unknown”: it proves that the file did not change, not who the cooperative is.',
    given: 'Digital certificate given by the cooperative.',
  },
  certificate: 'For {subject}. Issued by {issuer}. Valid until {date}.',
  fingerprint: 'SHA-256 fingerprint: {fingerprint}',
  soon: 'This digital certificate ends on {date}. Ask for the next one: after that, PDFs are sealed with one made here.',
  change: { facts: 'Change the key of the square', document: 'Change the seal of the PDF' },
  confirm: 'Change the key now',
  consequences: {
    now: 'The next certificates are signed with a new key.',
    before: 'What the old key signed stays true and can be checked, even without a network.',
    leaked:
      'The old key is no longer published. Its certificates stay true by their code, but can no longer be checked without a network.',
    made: 'The new seal uses a digital certificate made here. Give yours afterwards if you have one.',
  },
  isLeaked: 'Somebody else may have the old key',
  isLeakedHint: 'A stolen computer or backup, a difficult departure. When in doubt, tick.',
  give: 'Your own digital certificate',
  giveHint:
    'A seal certificate bought from a provider also says who the cooperative is. It is used from the next certificate on.',
  file: 'File of the digital certificate',
  fileHint: 'A .p12 or .pfx file, with its private key.',
  fileMissing: 'Choose the file of the digital certificate.',
  password: 'Password of the file',
  passwordHint: 'It opens the file once, and is not kept.',
  giveSubmit: 'Use this digital certificate',
  given: 'The next certificates are sealed for {subject}.',
  old: 'Earlier keys',
  oldHint: 'They no longer sign. What they signed can still be checked, unless others have them.',
  until: '{name}, key {id}: until {date}.',
  leaked: '{name}, key {id}: until {date}, known to others, no longer published.',
  published: 'Public keys, to check without a server:',
}
