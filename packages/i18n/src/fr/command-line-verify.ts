/** What `terreau verify` says. */
export const verifyCommand = {
  usage: `Usage : terreau verify FICHIER [options]

Vérifie une attestation sans serveur. FICHIER est le PDF, ou un fichier qui contient le texte du
carré à scanner ; ce texte peut aussi être donné à la place du fichier.

  --keys FICHIER   les clés publiées par la coopérative (/.well-known/attestation-keys/SIREN,
                   enregistrées) ; sans cette option, celles de cette installation
  --json           écrit le résultat en JSON
  --lang fr|en     langue des messages (fr)

Ce contrôle ne sait pas si l’attestation a été annulée ou remplacée depuis : la page de
vérification le dit.
Code de sortie :
  0   vraie
  5   modifiée : ne vous y fiez pas
  3   clé inconnue : ni vraie ni fausse, il faut les clés de la coopérative qui l’a donnée
  4   aucune signature : rien à vérifier dans ce fichier
  2   mal appelé, ou fichier ou clés illisibles
  1   la commande n’a pas pu finir : rien n’est dit de l’attestation

Exemple : npm run terreau -- verify ATT-2026-000123.pdf --keys cles.json
`,
  oneFile: 'Donnez un fichier, un seul.',
  fileUnreadable: 'Fichier introuvable ou illisible : {file}.',
  fileTooLarge: 'Ce fichier est trop gros pour être une attestation : {file}.',
  keysWanted: 'Aucune clé pour comparer : donnez --keys avec les clés publiées. {reason}',
  keysUnreadable: 'Ce fichier n’est pas une liste de clés publiées : {file}.',
  factsWanted:
    'Un code ou une adresse seule se vérifie sur la page de vérification. Ici, donnez le PDF, ou tout le texte du carré.',
  genuine: 'VRAIE. La coopérative a signé ces lignes, et rien n’a changé depuis.',
  altered: 'MODIFIÉE. Ce n’est plus ce que la coopérative a signé : ne vous y fiez pas.',
  askOriginal:
    'Un PDF change aussi quand on l’enregistre de nouveau : demandez le fichier d’origine.',
  copyAgain: 'Le texte du carré a peut-être été mal copié : copiez-le de nouveau, en entier.',
  'unknown-key':
    'CLÉ INCONNUE. Une signature est là, mais d’une clé qui n’est pas parmi celles données. Prenez les clés de la coopérative nommée sur le document.',
  'not-signed':
    'AUCUNE SIGNATURE. Ce PDF a été refait (imprimé de nouveau, numérisé), ou date d’avant la signature. Vérifiez le code qu’il porte sur la page de vérification.',
  empty: 'AUCUNE SIGNATURE. Ce fichier est vide : demandez-le de nouveau.',
  'not-a-pdf':
    'AUCUNE SIGNATURE. Ce fichier n’est pas un PDF. Donnez le PDF reçu, pas une photo ni une capture d’écran.',
  'cut-short':
    'AUCUNE SIGNATURE. La fin de ce PDF manque : il a été coupé en route. Demandez le fichier entier.',
  stamped: 'Le service d’horodatage dit que le sceau existait le {at} (UTC).',
  line: '  {label} : {value}',
  notRevocation:
    'Ce contrôle ne sait pas si l’attestation a été annulée ou remplacée depuis. La page de vérification le sait.',
} as const
