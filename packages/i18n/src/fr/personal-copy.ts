/** The page that opens a copy of somebody's data, as a text file of the archive. */
export const personalCopy = {
  /** Why sealed numbers were opened, as the person reads it in the list of looks. */
  askedByPerson: 'Copie de mes données, demandée par moi',
  /** How lists name somebody whose name was erased. */
  erased: { given: 'Personne', family: 'effacée #' },
  fileName: 'LISEZ-MOI.txt',
  text: `Copie de toutes les données de {name}
{cooperative}

data.json : ce qui est écrit sur vous, par sujet.
Les dossiers : vos fichiers ({count}), comme ils ont été reçus ou émis.

Dans data.json, « subjects » contient :
  identity        qui vous êtes, comment vous joindre, qui vous suit, vos numéros
  path            votre chemin avant le contrat, les pièces demandées
  contracts       vos activités, vos contrats, vos échéances
  signatures      ce qui vous a été demandé de signer, et ce que vous avez signé
  right_to_work   votre titre de séjour et ce qui a été vérifié
  money           vos déclarations, vos comptes, vos mois clos (montants en centimes)
  certificates    les attestations émises pour vous
  tutoring        vos heures de tutorat
  documents       la liste de vos papiers
  messages        les messages envoyés à votre adresse
  access          vos connexions, qui a ouvert vos papiers, les copies déjà faites
  history         ce qui a été fait sur votre dossier, par qui et quand

Les autres porteurs de projet ne sont pas nommés. Les personnes qui travaillent pour la
coopérative le sont. « left_out » dit ce qui n’est pas dans la copie, et pourquoi.
Une erreur ? Dites-le à la coopérative : elle corrige.
`,
} as const
