import type { verifyCommand as fr } from '../fr/command-line-verify.ts'
import type { Translation } from '../t.ts'

export const verifyCommand: Translation<typeof fr> = {
  usage: `Usage: terreau verify FILE [options]

Checks a certificate without a server. FILE is the PDF, or a file that holds the text of the
square to scan; that text can also be given in place of the file.

  --keys FILE      the keys that the cooperative publishes (/.well-known/attestation-keys/SIREN,
                   saved); without it, those of this installation
  --json           writes the result as JSON
  --lang fr|en     language of the messages (fr)

This check cannot know whether the certificate was cancelled or replaced since: the verification
page says so.
Exit code:
  0   genuine
  5   altered: do not trust it
  3   unknown key: neither genuine nor false, the keys of the cooperative that gave it are needed
  4   no signature: nothing to check in this file
  2   called wrongly, or file or keys unreadable
  1   the command could not finish: nothing is said of the certificate

Example: npm run terreau -- verify ATT-2026-000123.pdf --keys keys.json
`,
  oneFile: 'Give one file, and one only.',
  fileUnreadable: 'File not found or not readable: {file}.',
  fileTooLarge: 'This file is too large to be a certificate: {file}.',
  keysWanted: 'No key to compare with: give --keys with the published keys. {reason}',
  keysUnreadable: 'This file is not a set of published keys: {file}.',
  factsWanted:
    'A code or an address alone is checked on the verification page. Here, give the PDF, or the whole text of the square.',
  genuine: 'GENUINE. The cooperative signed these lines, and nothing has changed since.',
  altered: 'ALTERED. This is no longer what the cooperative signed: do not trust it.',
  askOriginal: 'Saving a PDF again changes it too: ask for the original file.',
  copyAgain: 'The text of the square may have been copied badly: copy it again, whole.',
  'unknown-key':
    'UNKNOWN KEY. There is a signature, but its key is not among those given. Take the keys of the cooperative named on the document.',
  'not-signed':
    'NO SIGNATURE. This PDF was made again (printed anew, scanned), or is older than the signature. Check the code that it carries on the verification page.',
  empty: 'NO SIGNATURE. This file is empty: ask for it again.',
  'not-a-pdf':
    'NO SIGNATURE. This file is not a PDF. Give the PDF you received, not a photo or a screenshot.',
  'cut-short':
    'NO SIGNATURE. The end of this PDF is missing: it was cut on its way. Ask for the whole file.',
  stamped: 'The time-stamp service says that the seal existed on {at} (UTC).',
  line: '  {label}: {value}',
  notRevocation:
    'This check cannot know whether the certificate was cancelled or replaced since. The verification page does.',
}
