import type { SameTexts } from '../fr/documents-shape.ts'
import type { signatureEvidence as source } from '../fr/documents-signature-evidence.ts'

export const signatureEvidence = {
  title: 'Evidence of signature',
  intro:
    'These pages are joined to the signed document, which stands before them without any change. They say who signed, when and how.',
  reference: 'Reference of the request',
  fingerprint: 'SHA-256 fingerprint of the document shown',
  opened: 'Document shown on',
  sealed: 'Evidence gathered on',
  heading: '{order}. {name}, {side}',
  person: 'for themselves',
  cooperative: 'for the cooperative',
  typedName: 'Name written by the signer',
  accountOf: 'Signed from the account of',
  when: 'Date and time',
  onPaper: '{day}, as written on paper; checked on {instant}',
  how: 'Route',
  level: 'Level of proof',
  code: 'Code',
  codeUsed: 'one-time code sent to {to}, correct (reference {id})',
  codeGivenBy: 'Code handed over by',
  witness: 'Witness',
  reason: 'Reason to sign in the office',
  receivedBy: 'Paper received by',
  confirmedBy: 'Paper checked by',
  scan: 'SHA-256 fingerprint of the scan',
  trace: 'Technical trace',
  route: {
    phone: 'On a phone or a computer, from the account of the person',
    office: 'In the office of the cooperative, on a screen handed to the person',
    paper: 'On paper, outside of the tool',
    account: 'From the staff account of somebody entitled to sign',
  },
  proof: {
    simple_code: 'Simple electronic signature, by code',
    simple_code_witnessed: 'Simple electronic signature, by code, before a witness',
    simple_account: 'Simple electronic signature, by personal account',
    handwritten: 'Signed by hand; a scan is kept',
  },
  meaning: {
    title: 'What this evidence establishes',
    bytes:
      'The beginning of this file is, byte for byte, the document that was shown. The fingerprint lets anybody check it.',
    simple:
      'A simple electronic signature is admissible as evidence (regulation EU 910/2014, article 25, 1). It is neither advanced nor qualified: it has no presumption of reliability (French Civil Code, article 1367).',
    writing:
      'An electronic writing has the force of paper if its author can be identified and its integrity is guaranteed (French Civil Code, article 1366).',
    witness:
      'The witness attests that the person acted themselves, with their own code. The witness does not sign for them.',
    paper:
      'The scan of a signature made by hand is not an electronic signature. The paper original is what counts; it must be kept.',
  },
} as const satisfies SameTexts<typeof source>
