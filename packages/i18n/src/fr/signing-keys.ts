/** Signing keys of certificates: words of their pages in the settings. */
export const signingKeys = {
  title: 'Signature des attestations',
  hint: 'Chaque attestation est signée : le carré à scanner, et le PDF entier.',
  purpose: { facts: 'Carré à scanner', document: 'Cachet du PDF' },
  none: 'La clé est faite avec la première attestation.',
  key: 'Clé {id}, utilisée depuis le {date}.',
  origin: {
    made: 'Certificat fait ici. Les lecteurs de PDF disent « valide, émetteur inconnu » : il prouve que le fichier n’a pas changé, pas qui est la coopérative.',
    given: 'Certificat que la coopérative a donné.',
  },
  certificate: 'Pour {subject}. Émis par {issuer}. Valable jusqu’au {date}.',
  fingerprint: 'Empreinte SHA-256 : {fingerprint}',
  soon: 'Ce certificat finit le {date}. Demandez le suivant : après, les PDF sont scellés avec un certificat fait ici.',
  change: { facts: 'Changer la clé du carré', document: 'Changer le cachet du PDF' },
  confirm: 'Changer la clé maintenant',
  consequences: {
    now: 'Les prochaines attestations sont signées avec une nouvelle clé.',
    before: 'Ce que l’ancienne clé a signé reste vrai et vérifiable, même sans réseau.',
    leaked:
      'L’ancienne clé n’est plus publiée. Ses attestations restent vraies par leur code, mais ne se vérifient plus sans réseau.',
    made: 'Le nouveau cachet utilise un certificat fait ici. Donnez ensuite le vôtre si vous en avez un.',
  },
  isLeaked: 'Quelqu’un d’autre a peut-être l’ancienne clé',
  isLeakedHint: 'Ordinateur ou sauvegarde volés, départ difficile. Dans le doute, cochez.',
  give: 'Votre propre certificat',
  giveHint:
    'Un certificat de cachet, acheté à un prestataire, dit aussi qui est la coopérative. Il sert dès la prochaine attestation.',
  file: 'Fichier du certificat',
  fileHint: 'Un fichier .p12 ou .pfx, avec sa clé privée.',
  fileMissing: 'Choisissez le fichier du certificat.',
  password: 'Mot de passe du fichier',
  passwordHint: 'Il ouvre le fichier une fois, et n’est pas gardé.',
  giveSubmit: 'Utiliser ce certificat',
  given: 'Les prochaines attestations sont scellées pour {subject}.',
  old: 'Clés d’avant',
  oldHint:
    'Elles ne signent plus. Ce qu’elles ont signé reste vérifiable, sauf si d’autres les ont.',
  until: '{name}, clé {id} : jusqu’au {date}.',
  leaked: '{name}, clé {id} : jusqu’au {date}, connue d’autres, plus publiée.',
  published: 'Clés publiques, pour vérifier sans serveur :',
} as const
