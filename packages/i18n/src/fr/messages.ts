/** Short messages that staff send from their own phone: one line, then the address. */
export const messages = {
  sign: 'Bonjour {name}, « {title} » attend votre signature, jusqu’au {until}. Lisez-le et signez-le ici : {link} ({cooperative})',
  pieces:
    'Bonjour {name}, il manque des papiers à votre dossier : {pieces}. Envoyez-les ici : {link} ({cooperative})',
} as const
