/** Words of the person's page about the own data. */
export const personalDataPhone = {
  title: 'Mes données',
  lead: 'Vous pouvez avoir une copie de tout ce que la coopérative garde sur vous.',
  hint: 'La copie contient vos textes, vos chiffres, vos numéros et vos fichiers.',
  ask: 'Demander ma copie',
  copies: {
    title: 'Copies demandées',
    none: 'Vous n’avez pas encore de copie.',
    asked: 'Demandée le {on}',
    byOffice: 'Demandée par {who}, le {on}',
    why: 'Pourquoi : {reason}',
    counting: 'La copie se prépare.',
    progress: 'La copie se prépare : {done} fichiers sur {total}.',
    mail: 'Vous recevez un message quand elle est prête.',
    until: 'Prête. Vous pouvez l’ouvrir jusqu’au {on} ({size}).',
    open: 'Ouvrir la copie',
    save: 'Enregistrer le fichier',
    expired: 'Cette copie est effacée. Demandez-en une autre.',
    openedBy: 'Ouverte par {who}, le {on}',
    neverOpened: 'Personne ne l’a ouverte.',
  },
} as const
