/** Short messages that staff send from their own phone: one line, then the address. */
export const messages = {
  sign: 'Bonjour {name}, « {title} » attend votre signature, jusqu’au {until}. Lisez-le et signez-le ici : {link} ({cooperative})',
  pieces:
    'Bonjour {name}, il manque des papiers à votre dossier : {pieces}. Envoyez-les ici : {link} ({cooperative})',
  recap:
    'Bonjour {name}, voici ce que nous avons écrit pendant votre appel ({month}). Est-ce juste ? {link} ({cooperative})',
  attestation:
    'Bonjour {name}, votre attestation {number} est prête. Ouvrez-la ici, sur votre page : {link} ({cooperative})',
  declare:
    'Bonjour {name}, dites-nous ce que vous avez reçu en {month}, même rien, jusqu’au {until} : {link} ({cooperative})',
  declareLate:
    'Bonjour {name}, il nous manque votre déclaration ({month}). Dites-nous ce que vous avez reçu, même rien : {link} ({cooperative})',
} as const
