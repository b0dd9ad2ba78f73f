/** What says that a permit or another paper comes to its end. */
export const endingMails = {
  'permit-ending': {
    subject: 'Un papier important finit bientôt',
    body: `Bonjour {name},

Votre titre de séjour finit le {until}.
Sans titre valable, vous ne pouvez pas continuer à travailler avec nous.

Que faire ?
- Demandez le renouvellement dès maintenant, sur le site des étrangers en France ou à la préfecture.
- Gardez la preuve de votre demande : récépissé ou attestation de prolongation.
- Photographiez cette preuve ou la nouvelle carte, et envoyez-la ici :
{link}

À apporter à votre conseillère : l’original de la carte, et l’original du nouveau papier.
Vous êtes inscrit à France Travail ? Dites-leur aussi la nouvelle date.

Vous avez déjà demandé, ou c’est difficile ? Appelez-nous : nous le faisons avec vous.

{cooperative}`,
  },
  'permit-over': {
    subject: 'Un papier important arrive à sa fin : appelez-nous',
    body: `Bonjour {name},

Le dernier jour de votre titre de séjour est le {until}. Nous n’avons pas de nouveau papier.
Appelez votre conseillère aujourd’hui. Rien ne se décide sans vous avoir parlé.

À apporter : l’original de la carte, et la preuve de votre demande (récépissé, attestation, ou rendez-vous).
Vous avez déjà cette preuve ? Envoyez-en une photo ici :
{link}

{cooperative}`,
  },
  'permit-refused': {
    subject: 'Un papier à envoyer de nouveau',
    body: `Bonjour {name},

La photo que vous avez envoyée ne peut pas servir (titre de séjour, récépissé ou autorisation).
Pourquoi : {reason}

Prenez une autre photo et envoyez-la ici :
{link}

C’est difficile ? Appelez-nous : nous le faisons avec vous.

{cooperative}`,
  },
  'permit-ending-office': {
    subject: 'Un titre de séjour finit bientôt',
    body: `Bonjour {name},

Le titre de séjour de {person} finit le {until}. La personne a reçu un e-mail qui dit quoi faire.

Demandez-lui où en est le renouvellement. Une preuve enregistrée (récépissé, prolongation de 3 mois) déplace la date et arrête ces messages :
{link}

Sans preuve, il faudra une décision ce jour-là (C. trav. L8251-1).

{cooperative}`,
  },
  'permit-ending-office-call': {
    subject: 'À appeler : un titre de séjour finit bientôt',
    body: `Bonjour {name},

Le titre de séjour de {person} finit le {until}. Aucun e-mail n’est parti : la personne n’en lit pas, ou n’a pas d’adresse.
Appelez-la ou écrivez-lui : {phone}

À lui dire : demander le renouvellement dès maintenant, garder le récépissé, apporter l’original de la carte et du nouveau papier.
Une preuve enregistrée (récépissé, prolongation de 3 mois) déplace la date et arrête ces messages :
{link}

Sans preuve, il faudra une décision ce jour-là (C. trav. L8251-1).

{cooperative}`,
  },
  'permit-over-office': {
    subject: 'Décision nécessaire : un titre de séjour arrive à sa fin',
    body: `Bonjour {name},

Le dernier jour du titre de séjour de {person} est le {until}. Aucune preuve de renouvellement n’est enregistrée.
Appelez la personne aujourd’hui : {phone}

Puis décidez, avec la direction, et dites pourquoi. Rien ne se décide seul (C. trav. L8251-1) :
{link}

{cooperative}`,
  },
  'exit-survey': {
    subject: 'Et maintenant ? Trois questions',
    body: `Bonjour {name},

Votre contrat avec nous est fini. Merci pour ce chemin ensemble.
Que faites-vous maintenant ? Trois questions, une minute, sans mot de passe :
{link}

Répondre est libre. Votre coopérative lit vos réponses et compte, sans noms, ce que deviennent les personnes.

{cooperative}`,
  },
  'exit-survey-later': {
    subject: 'Six mois après : que devenez-vous ?',
    body: `Bonjour {name},

Vous nous avez quittés il y a six mois. Que devenez-vous ?
Trois questions, une minute, sans mot de passe :
{link}

Répondre est libre. Votre coopérative lit vos réponses et compte, sans noms, ce que deviennent les personnes.
C’est notre dernier message à ce sujet.

{cooperative}`,
  },
  'paper-ending': {
    subject: 'Un papier de votre dossier finit bientôt',
    body: `Bonjour {name},

Ce papier de votre dossier finit le {until} :
{paper}

Que faire ?
- Demandez le nouveau papier dès maintenant.
- Vous l’avez déjà ? Apportez-le à votre conseillère, ou dites-le-lui : elle vous enverra de quoi le photographier.

Votre espace : {link}

{cooperative}`,
  },
  'paper-ending-send': {
    subject: 'Un papier de votre dossier finit bientôt',
    body: `Bonjour {name},

Ce papier de votre dossier finit le {until} :
{paper}

Que faire ?
- Demandez le nouveau papier dès maintenant.
- Vous l’avez déjà ? Envoyez une photo ici, depuis votre téléphone : {link}

Le papier d’avant compte jusqu’à sa date. Nous vous disons si le nouveau est accepté.

{cooperative}`,
  },
  'paper-ending-office': {
    subject: 'Un papier finit bientôt',
    body: `Bonjour {name},

Un papier de {person} finit le {until} : {paper}.
La personne a reçu un e-mail qui dit quoi faire.

Redemandez-lui ce papier ici. Un nouveau papier accepté arrête ces messages :
{link}

{cooperative}`,
  },
  'paper-ending-office-call': {
    subject: 'À appeler : un papier finit bientôt',
    body: `Bonjour {name},

Un papier de {person} finit le {until} : {paper}.
Aucun e-mail n’est parti : la personne n’en lit pas, ou n’a pas d’adresse.
Appelez-la ou écrivez-lui : {phone}

Un nouveau papier accepté arrête ces messages :
{link}

{cooperative}`,
  },
} as const
