import { localDate } from '@terreau/domain/time/local-date'
import type { SignatureEvidenceFacts } from '../src/documents/signature-evidence/model.ts'
import type { SignatureSheetFacts } from '../src/documents/signature-sheet/model.ts'
import type { WordSheetFacts } from '../src/documents/word-sheet/model.ts'
import { capeContractFacts } from './given-cape-contract.ts'

/** A person who signed in the office, one who signed on paper, and the cooperative. */
export const evidenceFacts: SignatureEvidenceFacts = {
  issuer: capeContractFacts.issuer,
  number: 'SIG-2026-0042',
  documentTitle: 'Convention d’activité partagée CP-2026-0003',
  documentSha256: '3b5d5c3712955042212316173ccf37be80f4b6ed2f9b6b4a1d6c7f0e5a9c1d22',
  openedAt: '2026-08-20T08:00:00Z',
  sealedAt: '2026-08-28T14:31:00Z',
  signatures: [
    {
      side: 'person',
      printedName: 'Ŋalla N’Diaye',
      typedName: 'ndiaye ngalla',
      route: 'office',
      level: 'simple_code_witnessed',
      signedAt: '2026-08-24T14:02:00Z',
      signedOn: null,
      codeId: '0198c0de-7a11-7b22-8c33-9d44ee55ff66',
      codeSentTo: 'n…@exemple.test',
      witness: 'Ẹbùn Şahin',
      reason: 'Le téléphone de la personne est cassé',
      receivedBy: null,
      confirmedBy: null,
      scanSha256: null,
      trace: '0198c0de-8b22-7c33-9d44-0e55ff66aa77',
    },
    {
      side: 'person',
      printedName: 'Zoé Ưu',
      typedName: 'Zoé Ưu',
      route: 'paper',
      level: 'handwritten',
      signedAt: '2026-08-27T09:12:00Z',
      signedOn: localDate('2026-08-26'),
      codeId: null,
      codeSentTo: null,
      witness: null,
      reason: null,
      receivedBy: 'Ẹbùn Şahin',
      confirmedBy: 'Łukasz Öz',
      scanSha256: '9a1c5c3712955042212316173ccf37be80f4b6ed2f9b6b4a1d6c7f0e5a9c1d22',
      trace: '0198c0de-9c33-7d44-8e55-1f66aa77bb88',
    },
    {
      side: 'cooperative',
      printedName: 'Łukasz Öz',
      typedName: 'Łukasz Öz',
      route: 'account',
      level: 'simple_account',
      signedAt: '2026-08-28T14:30:00Z',
      signedOn: null,
      codeId: null,
      codeSentTo: null,
      witness: null,
      reason: null,
      receivedBy: null,
      confirmedBy: null,
      scanSha256: null,
      trace: '0198c0de-ad44-7e55-9f66-2a77bb88cc99',
    },
  ],
}

export const sheetFacts: SignatureSheetFacts = {
  issuer: evidenceFacts.issuer,
  number: evidenceFacts.number,
  documentTitle: evidenceFacts.documentTitle,
  documentSha256: evidenceFacts.documentSha256,
  expiresOn: localDate('2026-09-19'),
  parties: evidenceFacts.signatures.map(({ side, printedName }) => ({ side, printedName })),
}

export const wordSheetFacts: WordSheetFacts = {
  issuer: evidenceFacts.issuer,
  number: 'TUT-2026',
  title: 'Feuille de temps',
  subtitle: 'Septembre 2026',
  identity: [{ label: 'Personne', value: 'Ẹbùn Şahin' }],
  sections: [
    {
      heading: 'Séances',
      sentences: ['Chaque séance a été confirmée par la personne aidée.'],
      table: {
        content: {
          headers: ['Jour', 'Durée'],
          rows: [['2 sept. 2026', '1 h 30']],
          total: ['Total', '1 h 30'],
        },
        shape: { widths: [3, 1], firstFigureColumn: 1 },
      },
    },
  ],
  signatures: {
    heading: 'Signatures',
    doneAt: 'Fait à Lyon, le',
    places: [{ heading: 'La personne', lines: ['Ẹbùn Şahin'], spaceLabel: 'Signature' }],
  },
}
