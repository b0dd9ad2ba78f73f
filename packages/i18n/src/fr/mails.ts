import { endingMails } from './mails-endings.ts'

export const mails = {
  'sign-in-code': {
    subject: 'Votre code pour entrer : {code}',
    body: `Bonjour {name},

Votre code est : {code}
Il est valable 15 minutes.

Vous pouvez aussi ouvrir ce lien, puis toucher « Entrer » :
{link}

Vous n’avez rien demandé ? Ne faites rien : personne n’entre sans ce code.

{cooperative}`,
  },
  invitation: {
    subject: '{cooperative} vous ouvre un accès',
    body: `Bonjour {name},

{cooperative} vous ouvre un accès à son espace de travail.

Entrez avec votre adresse e-mail ici :
{link}

{cooperative}`,
  },
  'password-changed': {
    subject: 'Votre mot de passe a changé',
    body: `Bonjour {name},

Le mot de passe de votre espace vient de changer.
Vos autres appareils sont déconnectés.

Ce n’est pas vous ? Appelez votre coopérative tout de suite.
Vos appareils :
{link}

{cooperative}`,
  },
  'signature-asked': {
    subject: 'Un document attend votre signature',
    body: `Bonjour {name},

« {title} » attend votre signature, jusqu’au {until}.
Lisez-le, puis signez-le sur votre téléphone :
{link}

Vous préférez le lire avec nous, ou signer sur papier ? Appelez votre coopérative.

{cooperative}`,
  },
  'signing-code': {
    subject: 'Votre code pour signer : {code}',
    body: `Bonjour {name},

Pour signer « {title} », écrivez ce code : {code}
Il est valable 10 minutes.

Ne le donnez à personne, même pas à votre coopérative.
Vous ne voulez pas signer ? Ne faites rien et appelez votre coopérative.

{cooperative}`,
  },
  'signature-reminder': {
    subject: 'Rappel : un document attend votre signature',
    body: `Bonjour {name},

« {title} » attend toujours votre signature. Dernier jour : le {until}.
Lisez-le et signez-le ici :
{link}

Une question ? Appelez votre coopérative.

{cooperative}`,
  },
  'signature-complete': {
    subject: '« {title} » est signé par tous',
    body: `Bonjour {name},

« {title} » est signé par tous.
Vous le retrouvez dans « Mes papiers » :
{link}

{cooperative}`,
  },
  'declaration-reminder': {
    subject: 'Déclarez {month} jusqu’au {until}',
    body: `Bonjour {name},

Nous n’avons pas encore votre déclaration ({month}). Dernier jour : le {until}.
Faites-la sur votre téléphone :
{link}

Vous n’avez rien reçu ? Dites-le aussi : sans réponse, nous ne le savons pas.

C’est difficile ? Appelez-nous : nous la faisons avec vous.

{cooperative}`,
  },
  'declaration-recap': {
    subject: 'Votre déclaration ({month}) : est-ce juste ?',
    body: `Bonjour {name},

{staff} a écrit votre déclaration ({month}) pendant votre appel. Numéro : {number}.
Regardez chaque ligne, puis répondez oui ou non :
{link}

Vous n’avez appelé personne ? Répondez non, ou appelez-nous.

{cooperative}`,
  },
  'declaration-returned': {
    subject: 'Votre déclaration de {month} est à revoir',
    body: `Bonjour {name},

{adviser} vous rend votre déclaration de {month} :

« {reason} »

Tout ce que vous avez écrit est gardé. Changez ce qu’il faut, puis renvoyez-la :
{link}

{cooperative}`,
  },
  'declaration-question': {
    subject: '{adviser} a une question sur votre déclaration',
    body: `Bonjour {name},

{adviser} a une question sur votre déclaration de {month} :

« {question} »

Répondez ici :
{link}

{cooperative}`,
  },
  'statement-ready': {
    subject: 'Votre compte de {month} est prêt',
    body: `Bonjour {name},

Le mois de {month} est terminé. Votre relevé de compte est prêt :
{link}

{cooperative}`,
  },
  'shared-services-given': {
    subject: 'Les comptes des services communs : {year}',
    body: `Bonjour {name},

La coopérative vous donne le compte des services communs.
Année comptable : {year}.
Vous y lisez d’où vient l’argent, ce qu’il a payé, et ce qui reste.
{link}

Une question ? Parlez-en avec nous.

{cooperative}`,
  },
  'shared-services-corrected': {
    subject: 'Compte des services communs corrigé : {year}',
    body: `Bonjour {name},

Le compte des services communs a été corrigé.
Année comptable : {year}.
Pourquoi : {reason}

Le nouveau compte est ici :
{link}

{cooperative}`,
  },
  'attestation-issued': {
    subject: 'Votre attestation {number}',
    body: `Bonjour {name},

Votre attestation {number} est prête :
{link}

Qui la reçoit peut la vérifier ici :
{verifyLink}

{cooperative}`,
  },
  'tutoring-confirm': {
    subject: '{tutor} demande : est-ce vrai ?',
    body: `Bonjour {name},

{tutor} dit : « {sentence} ».
Est-ce vrai ? Répondez ici, sans mot de passe :
{link}

{cooperative}`,
  },
  'tutoring-agreement': {
    subject: 'Votre accord de tutorat avec {other}',
    body: `Bonjour {name},

Voici ce que nous proposons pour votre tutorat avec {other}.
Lisez, puis dites oui ou non ici, sans mot de passe :
{link}

{cooperative}`,
  },
  'tutoring-review': {
    subject: 'Trois questions sur votre tutorat avec {other}',
    body: `Bonjour {name},

Votre tutorat avec {other} est fini. Merci !
Répondez à trois questions ici, sans mot de passe :
{link}

{cooperative}`,
  },
  'lead-admitted': {
    subject: 'Bienvenue chez {cooperative}',
    body: `Bonjour {name},

Bonne nouvelle : {cooperative} vous accueille.

{words}Nous ouvrons votre dossier. Vous recevrez un message avec la suite.

Une question ? {reach}

{cooperative}`,
  },
  'lead-not-now': {
    subject: 'Votre demande : pas maintenant',
    body: `Bonjour {name},

Merci d’être venu nous parler de votre projet.
Nous ne pouvons pas commencer maintenant. La porte reste ouverte.

{reason}

{words}Vous voulez en parler, ou revenir plus tard ? {reach}

{cooperative}`,
  },
  'lead-refused': {
    subject: 'Réponse à votre demande',
    body: `Bonjour {name},

Merci d’être venu nous parler de votre projet.
Nous ne pouvons pas vous accueillir avec ce projet.

{reason}

{words}Vous n’êtes pas d’accord, ou vous avez une question ? {reach}
Nous effaçons vos informations deux ans après notre dernier contact.

{cooperative}`,
  },
  'meeting-invitation': {
    subject: 'Réunion d’information le {day} à {time}',
    body: `Bonjour {name},

Vous voulez tester une activité ? Venez à notre réunion d’information.

Le {day} à {time}
{place}

Vous n’avez rien à préparer.
Vous ne pouvez pas venir ? Répondez à ce message.

{cooperative}`,
  },
  'meeting-cancelled': {
    subject: 'La réunion du {day} n’a pas lieu',
    body: `Bonjour {name},

La réunion d’information du {day} à {time} n’a pas lieu ({place}).
Nous vous proposons bientôt une autre date.

{cooperative}`,
  },
  'personal-copy-ready': {
    subject: 'Votre copie est prête',
    body: `Bonjour {name},

La copie des données est prête. Vous pouvez l’ouvrir jusqu’au {until} :
{link}

La page demande de vous connecter.
Vous n’avez rien demandé ? Appelez-nous tout de suite.

{cooperative}`,
  },
  'interview-reminder': {
    subject: 'Votre entretien du {day}',
    body: `Bonjour {name},

Vous avez un entretien avec {conductor}.

Le {day} {time}
{where}

Vous parlez de votre activité et de la suite. Vous n’avez rien à préparer.
Vous ne pouvez pas venir ? Appelez votre coopérative.

{cooperative}`,
  },
  'pieces-missing': {
    subject: 'Il manque des papiers à votre dossier',
    body: `Bonjour {name},

Pour avancer, il nous manque :

{pieces}

Prenez une photo avec votre téléphone et envoyez-la ici :
{link}

Un papier est difficile à trouver ? Appelez-nous : nous cherchons avec vous.

{cooperative}`,
  },
  ...endingMails,
} as const
