/** What `terreau import` says. */
export const importCommand = {
  usage: `Usage : terreau import DOSSIER [options]

Reprend un mois de fichiers CSV : personnes, ventes, depenses, kilometres, regimes, taux, reglages.
Tout est repris, ou rien. Reprendre deux fois les mêmes fichiers ne change rien.

  --dry-run          dit tout ce qui serait créé et chaque ligne refusée, sans rien écrire ;
                     sans coopérative, ou sans choix entre plusieurs, dans une coopérative vide
  --undo             retire ce que ces fichiers ont apporté, tant que le mois est ouvert
  --cooperative NOM  la coopérative, par son nom ou son numéro, quand il y en a plusieurs
  --month AAAA-MM    le mois, si les fichiers ne le disent pas
  --lang fr|en       langue des messages (fr)

Une ligne refusée s’écrit FICHIER:LIGNE:COLONNE, puis la raison. Un fichier lu autrement qu’attendu
(titres sans accents, tabulations, virgules) est dit aussi. Les colonnes : docs/rules/month-files.md.
Code de sortie : 0 fait ou prêt, 1 refusé, 2 mal appelé.
`,
  wouldDo: 'Reprise pour {month} : voici ce qui serait créé. Rien n’a été écrit.',
  wouldDoOnce: {
    one: 'Reprise pour {month} : 1 ligne est refusée, elle est à la fin. Voici ce qui serait créé d’après les autres. Rien n’a été écrit.',
    many: 'Reprise pour {month} : {count} de lignes sont refusées, elles sont à la fin. Voici ce qui serait créé d’après les autres. Rien n’a été écrit.',
    other:
      'Reprise pour {month} : {count} lignes sont refusées, elles sont à la fin. Voici ce qui serait créé d’après les autres. Rien n’a été écrit.',
  },
  into: 'Coopérative : {name}',
  intoNothing: 'Aucune coopérative ici : les fichiers sont lus pour une coopérative vide.',
  intoNone:
    'Plusieurs coopératives ici : les fichiers sont lus pour une coopérative vide. Pour les comparer à l’une d’elles, ajoutez --cooperative avec son nom ou son numéro :\n{list}',
  done: 'Reprise pour {month} : c’est fait.',
  toUndo: 'Pour la retirer, tant que le mois est ouvert : npm run terreau -- import {command}',
  unchanged: 'Ces fichiers sont déjà repris : rien n’a changé.',
  refused: {
    one: 'Rien n’a été repris : 1 ligne est refusée.',
    many: 'Rien n’a été repris : {count} de lignes sont refusées.',
    other: 'Rien n’a été repris : {count} lignes sont refusées.',
  },
  total: 'En tout :',
  people: 'Personnes créées : {created} (déjà connues : {known})',
  schemes: 'Régimes de contribution créés : {created} (déjà connus : {known})',
  rates: 'Taux de change saisis : {created}',
  settings: 'Réglages saisis : {created}',
  openings: 'Soldes d’ouverture repris : {count}, pour {total}',
  declarations: 'Déclarations : {count}, dont {nil} à zéro',
  lines: 'Lignes : {sales} ventes, {expenses} dépenses, {trips} trajets',
  undone: 'La reprise pour {month} est retirée.',
  notFound: 'Ces fichiers ne sont pas repris : il n’y a rien à retirer.',
  inUse: 'La reprise ne peut pas être retirée : {value} a déclaré un autre mois depuis.',
  monthClosed: 'Le mois {month} est clos : sa reprise ne peut plus être retirée.',
  group: {
    refused: 'Lignes refusées ({count})',
    schemes: 'Régimes de contribution à créer ({count})',
    rates: 'Taux de change à saisir ({count})',
    settings: 'Réglages à saisir ({count})',
    people: 'Personnes et activités à créer ({count})',
    contracts: 'Contrats à créer ({count})',
    openings: 'Soldes d’ouverture à reprendre ({count})',
    carried: 'Contributions et kilomètres d’avant ce mois à reprendre ({count})',
    declarations: 'Déclarations à créer ({count})',
    sales: 'Ventes à créer ({count})',
    expenses: 'Dépenses à créer ({count})',
    trips: 'Trajets à créer ({count})',
    known: 'Personnes déjà connues, inchangées ({count})',
  },
  item: {
    scheme: '{code}, assemblée du {date} : {rates}',
    rate: '{currency} : {units} pour 1 €',
    setting: '{key} : {value}',
    person: '{person}, activité « {activity} »',
    contract: '{kind} de {person}, à partir du {start}, régime {scheme}',
    contractUntil: '{kind} de {person}, du {start} au {end}, régime {scheme}',
    opening: '{person} : {amount}',
    carried: '{person} : assiette {base}, {km} km',
    declaration: '{person} : {sales} ventes, {expenses} dépenses, {trips} trajets',
    sale: '{person}, {date}, {customer} : {amount} {kind}, TVA {rate}',
    expense: '{person}, {date}, {category} : {amount}, dont TVA {vat}, justificatif : {receipt}',
    trip: '{person} : {km} km, {power} CV, {reason}',
  },
  gross: 'TTC',
  net: 'HT',
  yes: 'oui',
  no: 'non',
} as const
