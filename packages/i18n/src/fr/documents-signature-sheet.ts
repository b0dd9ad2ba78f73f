/** Words of the sheet that is signed by hand, behind the printed document. */
export const signatureSheet = {
  title: 'Feuille de signature sur papier',
  reference: 'Référence à garder sur la feuille',
  fingerprint: 'Empreinte SHA-256 du document imprimé',
  sign: 'Lisez le document qui précède. Écrivez la date à la main, puis signez.',
  bring: 'Remettez cette feuille et le document à la coopérative au plus tard le {until}.',
  keep: 'Gardez votre exemplaire. La coopérative conserve l’original et une copie numérisée.',
  signatures: 'Signatures',
  doneAt: 'Chaque personne écrit elle-même la date, puis signe.',
  person: 'La personne',
  cooperative: 'Pour la coopérative',
  space: 'Date et signature',
} as const
