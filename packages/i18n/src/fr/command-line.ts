import { importCommand } from './command-line-import.ts'
import { salaryCommand } from './command-line-salary.ts'
import { verifyCommand } from './command-line-verify.ts'

/** What the command line says. French is printed unless --lang en asks otherwise. */
export const commandLine = {
  refusal: {
    'file-unknown': 'Fichier inconnu. Les fichiers attendus sont : {expected}.',
    'file-missing':
      'Fichier absent. Sans vente dans le mois, mettez un fichier qui n’a que sa ligne de titres.',
    'file-unreadable':
      'Ce fichier ne peut pas être lu : est-ce un dossier, ou un fichier protégé ?',
    'file-duplicate': 'Ce fichier est donné deux fois : {other} porte le même nom. Gardez-en un.',
    'file-spreadsheet':
      'C’est un classeur de tableur. Enregistrez chaque feuille en « CSV UTF-8 », avec des points-virgules.',
    'header-repeated': 'La ligne de titres est répétée : enlevez-la.',
    'vat-sign-differs': 'Le montant et sa TVA n’ont pas le même signe.',
    'folder-unreadable':
      'Ce dossier ne peut pas être lu. Donnez le dossier qui contient les fichiers {expected}.',
    'folder-empty':
      'Le dossier ne contient aucun fichier à reprendre. Fichiers attendus : {expected}. Trouvé : {found}.',
    'folder-spreadsheets':
      'Le dossier ne contient que des classeurs ou des archives. Enregistrez chaque feuille en « CSV UTF-8 », sous ces noms : {expected}. Trouvé : {found}.',
    'file-empty': 'Fichier vide.',
    'encoding-not-utf8':
      'Le fichier n’est pas en UTF-8 (il semble enregistré en Windows-1252). Enregistrez-le en « CSV UTF-8 ».',
    'encoding-utf16':
      'Le fichier n’est pas en UTF-8 (il semble enregistré en UTF-16). Enregistrez-le en « CSV UTF-8 ».',
    'csv-malformed': 'Guillemets mal fermés : la ligne ne peut pas être lue.',
    'delimiter-wrong':
      'Les colonnes doivent être séparées par des points-virgules : avec des virgules, un montant comme 12,50 se coupe en deux s’il n’est pas entre guillemets.',
    'column-missing': 'Colonne manquante : {column}.',
    'column-unknown': 'Colonne inconnue : {column}. Corrigez son titre, ou enlevez-la.',
    'column-untitled': 'Cette colonne n’a pas de titre, et elle contient des valeurs : {column}.',
    'column-duplicate': 'Colonne en double : {column}.',
    'cells-count': 'La ligne a {found} cases, l’en-tête en a {expected}.',
    'field-required': 'Valeur manquante.',
    'text-too-long': 'Texte trop long ({most} caractères au plus).',
    'value-unknown': 'Valeur inconnue : {value}. Valeurs acceptées : {accepted}.',
    'date-unreadable': 'Date illisible : {value}. Elle s’écrit comme 31/10/2026.',
    'date-outside-month': 'Date hors du mois {month} : {value}.',
    'date-in-future': 'Date dans le futur : {value}.',
    'month-unreadable': 'Mois illisible : {value}. Il s’écrit comme 2026-10.',
    'month-differs': 'Mois {value}, alors que le dossier concerne {month}.',
    'month-unknown': 'Aucun fichier ne dit de quel mois il s’agit : ajoutez --month 2026-10.',
    'month-closed': 'Le mois {month} est clos : rien ne peut y être repris.',
    'month-before-first': 'Les comptes commencent en {first} : {month} ne peut pas être repris.',
    'amount-unreadable': 'Montant illisible : {value}.',
    'amount-decimals': 'Trop de décimales pour {currency} : {value}.',
    'amount-too-large': 'Montant trop grand : {value}.',
    'amount-ambiguous':
      'Montant ambigu : {value}. Est-ce {first} ou {second} ? Écrivez-le autrement.',
    'amount-negative': 'Montant négatif : {value}.',
    'rate-unreadable': 'Taux illisible : {value}.',
    'rate-decimals': 'Trop de décimales pour un taux : {value}. Deux au plus, comme 13,33 %.',
    'rate-ambiguous':
      'Taux ambigu : {value} pour cent, ou cent fois plus ? Écrivez le signe %, comme 20 % ou 0,5 %.',
    'whole-number': 'Nombre entier attendu : {value}.',
    'number-out-of-range': 'Nombre hors limites : {value}. Attendu : de {least} à {most}.',
    'mileage-scale-unknown': 'Aucun barème kilométrique n’est connu pour {year}.',
    'country-unknown': 'Code de pays illisible : {value}. Deux lettres, comme SN.',
    'email-unreadable': 'Adresse e-mail illisible : {value}.',
    'email-duplicate': 'Adresse e-mail déjà donnée ligne {line}.',
    'email-taken': 'Cette adresse e-mail est déjà celle de {reference}.',
    'currency-unknown': 'Devise inconnue : {value}. Trois lettres, comme EUR, XOF ou XAF.',
    'currency-fixed': 'La parité de {currency} est fixe : {units} pour 1 €.',
    'exchange-rate-missing':
      'Aucun taux de {currency} pour {month}, ni dans taux.csv ni déjà saisi.',
    'exchange-rate-differs': 'Un autre taux de {currency} est déjà saisi pour {month} : {units}.',
    'exchange-rate-ambiguous':
      'Taux ambigu : {value} {currency} pour 1 €. Des milliers ou des décimales ? Écrivez-le comme 9874 ou 9874,50.',
    'exchange-rate-duplicate': 'Taux de {currency} déjà donné ligne {line}.',
    'category-unknown': 'Catégorie inconnue : {value}. Catégories acceptées : {accepted}.',
    'vat-above-amount': 'La TVA dépasse le montant payé.',
    'scheme-unknown': 'Régime de contribution inconnu : {value}.',
    'scheme-inconsistent':
      'Les lignes du régime {code} ne disent pas la même chose dans cette colonne. Répétez la même valeur, ou donnez à chaque décision son mois dans valide_du.',
    'scheme-tiers':
      'Le palier doit dépasser {before} : les montants du régime {code} montent d’une ligne à l’autre.',
    'scheme-tier-open':
      'Seule la dernière ligne du régime {code} laisse ce montant vide. Écrivez jusqu’où va ce palier, ou ôtez la ligne en trop.',
    'scheme-tier-last':
      'Le dernier palier du régime {code} n’a pas de fin : laissez ce montant vide, ou ajoutez une ligne pour ce qui le dépasse.',
    'cap-below-minimum':
      'Le plafond est au-dessous du minimum et de la part fixe ({least}). Écrivez un montant plus grand, ou laissez vide.',
    'scheme-too-many-tiers': 'Le régime {code} a plus de {most} paliers.',
    'scheme-twice': 'Deux décisions porteraient le nom {code}. Changez un des codes.',
    'scheme-ends-before': 'Le régime {code} finirait ({until}) avant de commencer ({from}).',
    'scheme-overlaps':
      'Deux décisions du régime {code} valent en même temps : l’une jusqu’à {until}, l’autre dès {from}. Corrigez valide_du ou valide_au.',
    'scheme-gap':
      'Aucune décision du régime {code} ne vaut entre {until} et {from}. Corrigez valide_du ou valide_au.',
    'scheme-not-in-force':
      'Aucune décision du régime {code} ne vaut en {month}. Corrigez valide_du et valide_au, ou ajoutez la décision qui manque.',
    'scheme-decided-later':
      'L’assemblée du {on} est après {month} : le régime {code} n’était pas encore décidé. Corrigez la date, ou donnez le mois dans valide_du.',
    'scheme-cannot-follow':
      'Cette décision ne peut pas remplacer {code} dès {month} : ce mois est fermé, des comptes y sont acceptés, ou une autre décision le remplace déjà. Choisissez un mois suivant.',
    'month-first-day':
      'Une décision commence le premier jour d’un mois : {value} n’en est pas un. Écrivez {month}, ou corrigez.',
    'month-last-day':
      'Une décision finit le dernier jour d’un mois : {value} n’en est pas un. Écrivez {month}, ou corrigez.',
    'scheme-differs': 'Le régime {code} existe déjà, avec un autre contenu.',
    'scheme-end-unknown':
      'Le régime {code} est connu sans dernier mois, et une décision ne change plus. Laissez valide_au vide au lieu de {until}, et donnez la décision suivante quand elle est prise.',
    'scheme-end-differs':
      'Le régime {code} est connu jusqu’en {known}, la ligne dit {until}. Corrigez valide_au, ou laissez-le vide.',
    'setting-unknown': 'Réglage inconnu : {value}. Réglages acceptés : {accepted}.',
    'setting-duplicate': 'Réglage déjà donné ligne {line}.',
    'setting-differs': 'Une autre valeur est déjà saisie pour ce réglage au {on}.',
    'person-unknown':
      'Personne inconnue : {value}. Elle n’est ni dans personnes.csv ni déjà suivie.',
    'person-duplicate':
      'Identifiant déjà donné ligne {line}. Deux lignes d’une personne ont le même nom, la même naissance, les mêmes adresse et téléphone, et deux activités.',
    'person-duplicate-name': 'Même nom et même date de naissance que ligne {line}.',
    'name-without-letter':
      'Un nom contient au moins une lettre. Écrivez le nom comme sur la pièce d’identité.',
    'name-not-printable':
      'Les documents ne peuvent pas écrire : {characters}. Écrivez le nom en lettres latines, comme sur la pièce d’identité.',
    'person-reference-taken': 'L’identifiant {value} est déjà celui de quelqu’un d’autre.',
    'person-already-exists': 'Cette personne est déjà suivie sous l’identifiant {reference}.',
    'activity-ambiguous':
      '{value} a plusieurs activités : dites laquelle dans une colonne « activité ». Au choix : {accepted}.',
    'activity-unknown':
      '{reference} n’a pas d’activité « {value} » ce mois-ci. Au choix : {accepted}.',
    'fixed-part-of-cape': 'Un CAPE n’a pas de part fixe : c’est une clause du CESA.',
    'contract-end-missing': 'Un CAPE a une date de fin.',
    'contract-ends-before-start': 'La fin du contrat précède son début.',
    'contract-too-long': 'Un CAPE dure 12 mois au plus : fin au plus tard le {latest}.',
    'contract-outside-month': 'Le contrat ne couvre aucun jour de {month}.',
    'contract-missing': 'Aucun contrat de {value} ne couvre {month}.',
    'declaration-exists': '{value} a déjà une déclaration pour {month}.',
  },
  remark: {
    'titles-read-as': 'Titres de colonnes compris ainsi : {titles}.',
    'separator-tab': 'Les colonnes sont séparées par des tabulations.',
    'separator-comma': 'Les colonnes sont séparées par des virgules.',
    'column-empty': 'Colonne inconnue et vide, laissée de côté : {column}.',
    'file-left-out': 'Ce fichier n’est pas lu. Seuls ceux-ci le sont : {expected}.',
    'file-absent': 'Fichier absent : rien n’en est compté.',
    'line-twice': 'Cette ligne répète la ligne {line} : les deux sont comptées.',
    'rates-other-months': 'Taux d’un autre mois que {month}, laissés de côté : {count}.',
    'scheme-ends':
      'Le régime {code} finit avec {until} et aucune décision ne le suit : les mois d’après ne seront acceptés qu’avec la prochaine.',
    'carried-in-january':
      'L’année commence en janvier : km_année_avant et assiette_année_avant y sont d’habitude à 0. Ils sont comptés.',
  },
  import: importCommand,
  clocks: {
    usage: `Usage : terreau clocks FICHIER.json [options]

Calcule toutes les échéances légales d’un parcours écrit en JSON : CAPE, CESA, essai, date limite
pour devenir associé, entretiens, embauche, titres de séjour. Sans base de données.
Écrit du JSON : chaque échéance avec sa fin, son calcul et son article, puis ce que la loi refuse.
FICHIER peut être « - » : le parcours est alors lu sur l’entrée standard.

  --schema           écrit le schéma JSON du fichier
  --lang fr|en       langue des phrases (fr)

Sans « today », la date est celle de la machine. Code de sortie : 0 calculé, 1 fichier refusé.

docs/rules/clocks.md décrit chaque clé. Exemple de fichier :

`,
    fileWanted: 'Indiquez un fichier, un seul, ou « - » pour l’entrée standard.',
    text: {
      absent: 'Fichier introuvable : {file}. Vérifiez son nom.',
      folder: '{file} est un dossier : donnez un fichier.',
      unreadable: 'Fichier illisible : {file}. Vérifiez que vous avez le droit de le lire.',
      'too-large': 'Le fichier dépasse {megabytes} Mo. Un fichier décrit une seule personne.',
      empty: 'Le fichier est vide : un objet JSON est attendu (--help donne un exemple).',
      'not-utf8': 'Le fichier n’est pas en UTF-8 : enregistrez-le dans ce codage.',
    },
    'not-json': 'Le fichier n’est pas du JSON : voir ligne {line}, colonne {column}.',
    'key-twice':
      'Cette clé est écrite deux fois (ligne {line}, colonne {column}). Gardez-en une seule.',
    refused: 'Rien n’a été calculé : corrigez le fichier.',
    problem: {
      missing: 'Valeur manquante.',
      'activity-wanted': 'Plusieurs activités sont nommées : dites de laquelle il s’agit.',
      'key-unknown': 'Clé inconnue : enlevez-la, ou corrigez son nom (--schema les donne toutes).',
      'not-a-day': 'Une date s’écrit entre guillemets, comme "2026-01-31".',
      'day-form': 'Une date s’écrit comme 2026-01-31.',
      'day-unknown': 'Cette date n’existe pas dans le calendrier.',
      'day-far': 'Cette date est hors limites : de 1950 à 2150.',
      'not-a-text': 'Un texte entre guillemets est attendu.',
      'text-empty': 'Ce texte est vide.',
      'text-long': 'Ce texte est trop long.',
      'not-yes-or-no': 'Écrivez true ou false.',
      'not-a-number': 'Un nombre est attendu.',
      'number-range': 'Un nombre entier de 0 à 60 est attendu.',
      'department-form': 'Un département s’écrit comme "93", "2A" ou "974".',
      'not-a-list': 'Une liste entre crochets est attendue.',
      'not-an-object': 'Un objet entre accolades est attendu.',
      'not-one-of': 'Valeur inconnue. Valeurs acceptées : {options}.',
      'id-twice': 'Un autre contrat porte déjà cet identifiant.',
      'permit-twice': 'Un autre titre porte déjà cet identifiant.',
      'ends-before-start': 'La fin précède le début.',
      'contract-unknown': 'Aucun contrat du fichier ne porte cet identifiant.',
      'list-long':
        'Cette liste est trop longue : 500 lignes au plus. Un fichier décrit une seule personne.',
      'signed-after-end':
        'La signature suit le dernier jour du contrat : corrigez l’une des deux dates.',
      'assembly-unknown':
        'Aucune assemblée de ce jour dans assembliesOn : ajoutez-la, ou corrigez le jour.',
      'paid-before-assembly':
        'Le solde est versé après l’assemblée : corrigez l’une des deux dates.',
      'signed-before-interview': 'La signature précède l’entretien.',
      other: 'Valeur inattendue.',
    },
  },
  check: {
    usage: `Usage : terreau check [options]

Vérifie chaque invariant des données. Code de sortie 1 dès qu’une ligne est trouvée.

  --json             le résultat en JSON
  --lang fr|en       langue des messages (fr)
`,
    healthy: 'ok       {name}  {title}',
    broken: 'ROMPU    {name}  {title}',
    rows: {
      one: '         1 ligne :',
      many: '         {count} de lignes :',
      other: '         {count} lignes :',
    },
    perCooperative:
      'Aucun rôle ne lit toutes les coopératives : vérification coopérative par coopérative.',
    summary: '{count} vérifications, {broken} en défaut.',
  },
  demo: {
    usage: `Usage : terreau demo

Écrit la coopérative de démonstration dans une installation vide. Tout y est inventé.
`,
    done: 'La démonstration est prête : la page de connexion propose un bouton par rôle.',
    notEmpty: 'Une coopérative existe déjà : la démonstration ne s’écrit que dans une base vide.',
  },
  keys: {
    usage:
      'Usage : npm run terreau -- keys rotate\n\nRemplace la clé de l’installation et celle de chaque coopérative, sans arrêter le produit.\nLes anciens fichiers secret*.key restent : sauvegardez le dossier après la commande.\n',
    actWanted: 'Dites quoi faire des clés : keys rotate.',
    rotated:
      '{cooperatives} coopérative(s), {numbers} numéro(s) chiffrés à nouveau. Sauvegardez maintenant le dossier de données.',
  },
  migrate: {
    usage: `Usage : terreau migrate

Met la base au niveau de cette version. Sans effet si elle l’est déjà.
`,
    done: 'Base à jour. Migrations appliquées : {count}.',
  },
  rehearse: {
    usage: `Usage : terreau rehearse DOSSIER [options]

Répète un mois dans une base jetable : reprise, acceptation, clôture. Écrit les chiffres en CSV,
en centimes, une ligne par personne. La base de l’installation n’est pas touchée.
DOSSIER contient personnes.csv, ventes.csv, depenses.csv, kilometres.csv, regimes.csv, taux.csv et
reglages.csv ; leurs colonnes : docs/rules/month-files.md.

  --month AAAA-MM    le mois, si les fichiers ne le disent pas
  --lang fr|en       langue des messages (fr)

Une ligne refusée s’écrit FICHIER:LIGNE:COLONNE, puis la raison, à part des chiffres.
Code de sortie : 0 fait, 1 refusé, 2 mal appelé.
`,
    blocked: 'La clôture de {month} est empêchée : {check}.',
  },
  salary: salaryCommand,
  verify: verifyCommand,
  retention: {
    usage: `Usage : terreau retention [options]

Efface ce dont la durée de conservation est passée, dans chaque coopérative.
Avec --dry-run, dit seulement ce qui serait effacé : rien n’est écrit.

  --dry-run          compte sans effacer
  --on AAAA-MM-JJ    le jour où compter (aujourd’hui). Un jour futur demande --dry-run
  --json             réponse en JSON
  --lang fr|en       langue des messages (fr)
`,
    noFile: 'Cette commande ne prend pas de fichier.',
    future: 'Un jour futur demande --dry-run : rien ne s’efface en avance.',
    dayUnreadable: 'Jour illisible : {value}. Il s’écrit comme 2026-11-02.',
    wouldErase: 'Au {on}, serait effacé :',
    erased: 'Au {on} :',
    nothing: '  {label} ({months} mois) : rien à effacer',
    due: '  {label} ({months} mois) : {files} dossiers, {rows} lignes, depuis le {oldest} ; {held} retenus',
    done: '      effacé : {count} lignes',
  },
  common: {
    overview: `Usage : terreau COMMANDE [options]

  check      vérifie les invariants des données
  clocks     calcule les échéances légales d’un parcours
  demo       écrit la coopérative de démonstration
  import     reprend un mois de fichiers CSV
  keys       change les clés de chiffrement (keys rotate)
  migrate    met la base au niveau de cette version
  rehearse   répète un mois dans une base jetable
  salary     estime une paie, du budget au net
  retention  efface ce dont la durée de conservation est passée
  verify     vérifie une attestation, sans serveur

terreau COMMANDE --help décrit une commande. Tout est dit en français ; --lang en le dit en anglais,
à chaque commande et à npm start (npm start -- --lang en).
`,
    stopped:
      'La commande s’est arrêtée sur une erreur, sans rien conclure. Envoyez ces lignes à qui installe Terreau :',
    unknownCommand: 'Commande inconnue : {command}.',
    more: 'Tout sur cette commande : npm run terreau -- {command} --help',
    unknownOption: 'Option inconnue : {option}.',
    langUnknown: 'Langue inconnue : {value}. Écrivez fr ou en.',
    optionTwice: 'Option donnée deux fois : {option}.',
    optionValueMissing: 'Il manque la valeur de {option}.',
    folderWanted: 'Indiquez un dossier, un seul.',
    cooperativeWanted:
      'Plusieurs coopératives ici. Ajoutez --cooperative avec le nom ou le numéro de l’une d’elles :\n{list}',
    cooperativeNone: 'Aucune coopérative n’existe encore : créez-la sur la page /installation.',
    cooperativeUnknown: 'Coopérative inconnue : {value}. Celles qui existent :\n{list}',
    cooperativeAmbiguous: 'Plusieurs coopératives s’appellent {value} : donnez le numéro.\n{list}',
    cooperativeLine: '  {name}  {id}',
    monthUnreadable: 'Mois illisible : {value}. Il s’écrit comme 2026-10.',
  },
} as const
