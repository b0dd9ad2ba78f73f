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
  kept: {
    title: 'Ce que nous gardons',
    running: 'Votre contrat ou votre suivi continue : nous gardons tout votre dossier.',
    until: '{kind} : jusqu’au {on}',
    erased: '{kind} : déjà effacé',
    kinds: {
      contact: 'Adresse, téléphone, échanges',
      papers: 'Pièce d’identité et papiers',
      right_to_work: 'Titre de séjour',
      pay: 'Numéros pour la paie',
      contract: 'Contrats',
      attestation: 'Attestations',
      tutoring: 'Notes de tutorat',
      identity: 'Nom et compte',
    },
  },
  erasure: {
    hint: 'Vous pouvez demander d’effacer vos données. La loi oblige à en garder certaines.',
    ask: 'Demander l’effacement',
    asked: 'Votre demande du {on} est bien arrivée. La coopérative répond sous un mois.',
    refused: {
      contract_runs:
        'La coopérative ne peut pas effacer tant que votre contrat court. Elle en a besoin pour le tenir.',
      kept_by_law:
        'La coopérative ne peut pas encore effacer. La loi l’oblige à garder, jusqu’aux dates ci-dessus.',
      dispute: 'La coopérative ne peut pas effacer pendant un litige.',
    },
    complain: 'Si vous n’êtes pas d’accord, vous pouvez écrire à la CNIL : cnil.fr.',
  },
} as const
