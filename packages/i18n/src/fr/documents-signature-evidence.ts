/** Words of the page of evidence that is joined to a signed document. */
export const signatureEvidence = {
  title: 'Preuves de signature',
  intro:
    'Ces pages sont jointes au document signé, qui les précède sans aucun changement. Elles disent qui a signé, quand et comment.',
  reference: 'Référence de la demande',
  fingerprint: 'Empreinte SHA-256 du document présenté',
  opened: 'Document présenté le',
  sealed: 'Preuves réunies le',
  heading: '{order}. {name}, {side}',
  person: 'pour soi-même',
  cooperative: 'pour la coopérative',
  typedName: 'Nom écrit par le signataire',
  accountOf: 'Signé depuis le compte de',
  when: 'Date et heure',
  onPaper: 'le {day}, date écrite sur le papier ; vérifié le {instant}',
  how: 'Voie',
  level: 'Niveau de preuve',
  code: 'Code',
  codeUsed: 'code à usage unique envoyé à {to}, exact (référence {id})',
  codeGivenBy: 'Code remis par',
  witness: 'Témoin',
  reason: 'Raison de la signature au bureau',
  receivedBy: 'Papier reçu par',
  confirmedBy: 'Papier vérifié par',
  scan: 'Empreinte SHA-256 de la copie numérisée',
  trace: 'Trace technique',
  route: {
    phone: 'Sur téléphone ou ordinateur, depuis le compte de la personne',
    office: 'Au bureau de la coopérative, sur un écran confié à la personne',
    paper: 'Sur papier, hors de l’outil',
    account: 'Depuis le compte professionnel d’une personne habilitée',
  },
  proof: {
    simple_code: 'Signature électronique simple, par code',
    simple_code_witnessed: 'Signature électronique simple, par code, devant témoin',
    simple_account: 'Signature électronique simple, par compte personnel',
    handwritten: 'Signature à la main ; copie numérisée conservée',
  },
  meaning: {
    title: 'Ce que ces preuves établissent',
    bytes:
      'Le début de ce fichier est, octet pour octet, le document présenté. L’empreinte permet de le vérifier.',
    simple:
      'Une signature électronique simple est recevable comme preuve (règlement UE 910/2014, article 25, 1). Elle n’est ni avancée ni qualifiée : elle n’a pas la présomption de fiabilité de l’article 1367 du code civil.',
    writing:
      'Un écrit électronique vaut un écrit sur papier si son auteur peut être identifié et si son intégrité est garantie (code civil, article 1366).',
    witness:
      'Le témoin atteste que la personne a agi elle-même, avec son propre code. Il ne signe pas à sa place.',
    paper:
      'La copie numérisée d’une signature à la main n’est pas une signature électronique. L’original sur papier fait foi ; il est à conserver.',
  },
} as const
