/** Words of the amendments of a contract, for staff. */
export const amendments = {
  title: 'Avenants',
  none: 'Ce contrat n’a pas d’avenant.',
  caption: 'Les avenants de ce contrat, dans l’ordre',
  number: 'Avenant',
  named: 'Avenant {n}',
  effectiveOn: 'Prend effet le',
  reason: 'Motif',
  state: 'État',
  concludedOn: 'Signé par les deux le',
  contribution: 'Contribution',
  new: 'Préparer un avenant',
  states: {
    draft: 'En préparation',
    to_sign: 'À signer par la personne',
    signed: 'À signer par la coopérative',
    active: 'Signé',
    cancelled: 'Abandonné',
  },
  terms: {
    fixedPartCents: 'Part fixe, brute, par mois',
    minimumActivity: 'Obligations d’activité minimale',
    means: 'Moyens mis en œuvre',
  },
  form: {
    title: 'Avenant au contrat {number}',
    notNow:
      'Un avenant ne se prépare que sur un contrat en cours, un seul à la fois. Terminez ou abandonnez celui qui attend.',
    month: 'Le barème en vigueur le dernier jour d’un mois vaut pour tout ce mois.',
    openFrom: 'Au plus tôt le {date} : les mois d’avant sont clôturés.',
    reasonHint: 'Le motif est imprimé dans l’avenant.',
    reasonMissing: 'Écrivez le motif de l’avenant.',
    changes: 'Ce qui change',
    intro: 'Voici les clauses en vigueur aujourd’hui. Modifiez seulement ce qui change.',
    save: 'Préparer l’avenant',
    saveAgain: 'Enregistrer l’avenant',
    editTitle: 'Modifier l’avenant {n} au contrat {number}',
    sentAlready:
      'Cet avenant est parti à la signature : il ne change plus. Retirez-le de la signature, ou abandonnez-le.',
  },
  page: {
    title: 'Avenant {n} au contrat {number}',
    notFound: 'Cet avenant n’existe pas',
    sent: 'L’avenant est envoyé. Il attend la signature de {name}.',
    next: {
      draft: 'Relisez le PDF, puis envoyez-le : {name} signe d’abord, la coopérative ensuite.',
      to_sign: 'L’avenant attend la signature de {name}.',
      signed: '{name} a signé. L’avenant attend la signature de la coopérative.',
      active: 'Les deux parties ont signé. Le contrat d’origine reste inchangé.',
      cancelled: 'Cet avenant est abandonné. Il ne change rien.',
    },
    send: 'Envoyer à la signature',
    edit: 'Modifier',
    signature: 'Suivre la signature',
    pdf: 'Voir le PDF',
    cancel: 'Abandonner',
    changes: 'Ce qui change',
    changesCaption: 'Chaque clause avant et après',
    term: 'Clause',
    before: 'Avant',
    after: 'Après',
    unknown: 'Non écrit ici',
  },
  effects: {
    title: 'Avant d’envoyer : des mois sont déjà traités',
    again:
      '{month} : la déclaration est acceptée avec la règle {was}. Une fois l’avenant signé par les deux, annulez l’acceptation, puis acceptez de nouveau avec la règle {now}.',
    open: 'Ouvrir la déclaration de {month}',
    settled: {
      one: 'La règle compte sur l’année. Accepter de nouveau recalcule aussi un mois : {months}.',
      many: 'La règle compte sur l’année. Accepter de nouveau recalcule aussi {count} de mois : {months}.',
      other:
        'La règle compte sur l’année. Accepter de nouveau recalcule aussi {count} mois : {months}.',
    },
    closed:
      'Un mois clôturé ne change pas ({months}). La différence est une ligne de correction dans le mois ouvert.',
    paid: 'Bulletin déjà importé avec l’ancienne part fixe : {months}. Demandez un bulletin corrigé au service de paie.',
    exported:
      'Variables de paie déjà sorties avec l’ancienne part fixe : {months}. Sortez le fichier de nouveau une fois l’avenant signé.',
    monthClosed:
      'Le mois où l’avenant prend effet est maintenant clôturé. Choisissez une date à partir du {date}.',
  },
  cancel: {
    title: 'Abandonner l’avenant {n} au contrat {number} ?',
    sign: 'Personne ne peut plus le signer.',
    contract: 'Le contrat continue avec les clauses d’aujourd’hui.',
    confirm: 'Abandonner l’avenant',
  },
} as const
