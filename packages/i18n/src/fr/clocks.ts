/** The words of the legal clocks: the same on the pages and in the command. */
export const clocks = {
  kind: {
    'cape-period': 'Durée d’un CAPE',
    'cape-term': 'Fin du CAPE',
    'cape-renewals': 'Renouvellements du CAPE',
    'cape-renewal-start': 'Début du renouvellement',
    'cape-notice': 'Information de {recipient}',
    'pre-hire-declaration': 'Déclaration préalable à l’embauche',
    'permit-check': 'Vérification du titre de séjour par la préfecture',
    trial: 'Fin de l’essai',
    'associate-deadline': 'Entrée comme associé',
    interviews: 'Entretiens d’accompagnement',
    'permit-expiry': 'Fin du titre de séjour',
    'variable-pay': 'Solde de la part variable',
  },
  effect: {
    'cape-period': 'Un CAPE plus long n’est pas permis : il faut un renouvellement écrit.',
    'cape-term': 'Le CAPE finit ce jour-là, sauf renouvellement écrit.',
    'cape-renewals': 'Après ce jour, plus aucun CAPE n’est possible.',
    'cape-renewal-start': 'Un renouvellement commence ce jour-là, sinon il faut écrire pourquoi.',
    'cape-notice': 'La coopérative doit avoir prévenu {recipient} et gardé la preuve.',
    'pre-hire-declaration': 'L’embauche ne peut pas avoir lieu avant la déclaration à l’URSSAF.',
    'permit-check': 'La préfecture du siège doit avoir reçu la demande ce jour-là.',
    trial: 'Après ce jour, le contrat ne peut plus être rompu comme pendant l’essai.',
    'associate-deadline': 'Après ce jour, sans associé, le contrat a pris fin.',
    interviews: 'Deux entretiens signés par l’entrepreneur doivent avoir eu lieu.',
    'permit-expiry': 'Après ce jour, une personne décide de la suite, preuve de demande à l’appui.',
    'variable-pay': 'La coopérative doit avoir payé le solde de la part variable.',
  },
  recipient: { urssaf: 'l’URSSAF', 'france-travail': 'France Travail' },
  event: {
    conclusion: 'la conclusion',
    renewal: 'le renouvellement',
    'early-end': 'la fin anticipée',
  },
  contractKind: {
    CAPE: 'CAPE',
    CESA: 'CESA',
    CDI: 'CDI',
    CDD: 'CDD',
    convention: 'convention d’accompagnement',
    other: 'autre contrat',
  },
  state: {
    running: 'En cours',
    met: 'En règle',
    passed: 'Dépassé',
    'not-applicable': 'Sans objet',
  },
  reason: {
    cancelled: 'le contrat a été abandonné',
    'ended-before': 'le contrat a fini avant',
    'ended-at-term': 'le contrat a fini à son terme, sans renouvellement',
    'ended-by-law': 'le contrat a pris fin par la loi, et cette fin est notée',
    'followed-by-contract': 'un CESA suit',
    'none-left': 'il n’en reste pas',
    'no-trial-agreed': 'aucun essai n’est prévu au contrat',
    'no-permit': 'aucun titre de séjour n’est connu',
    'job-seeker': 'la personne est inscrite à France Travail, preuve à l’appui',
    'not-salaried':
      'le titre montré ne permet aucun travail salarié : il en faut un autre avant l’embauche',
    'rule-not-in-force': 'la règle n’existait pas encore',
    'cut-short': 'le contrat a fini pendant la période',
    'over-by-law': 'le contrat avait déjà pris fin par la loi',
  },
  uncounted: {
    'no-cesa-that-day': 'Aucun CESA ne couvre le {date} : cet entretien ne compte pas.',
    'not-a-cesa':
      'Les entretiens se comptent pendant un CESA : celui du {date} est rattaché à un autre contrat, il ne compte pas.',
    'contract-cancelled': 'Le contrat a été abandonné : l’entretien du {date} ne compte pas.',
    'outside-contract':
      'Le contrat nommé ne couvre pas le {date} : cet entretien ne compte pas. Corrigez le jour ou le contrat.',
    'not-signed':
      'La personne n’a pas signé le compte rendu : l’entretien du {date} ne compte pas encore.',
    'signed-after-today':
      'Le compte rendu de l’entretien du {date} n’est pas encore signé le jour du calcul : il ne compte pas encore.',
  },
  sum: {
    years: { one: '{count} an', many: '{count} ans', other: '{count} ans' },
    months: { one: '{count} mois', many: '{count} mois', other: '{count} mois' },
    days: { one: '{count} jour', many: '{count} jours', other: '{count} jours' },
    workingDays: {
      one: '{count} jour ouvrable',
      many: '{count} jours ouvrables',
      other: '{count} jours ouvrables',
    },
    times: '{times} × {length}',
    and: '{first} et {second}',
    earlier: '{length} de {kinds}',
    counted: '{length} (comptés {counted})',
    absence: '{length} d’absence',
    included: '{date} inclus',
  },
  why: {
    sum: '{sum} = {date} ({article})',
    'used-up': '{sum}, donc le premier jour du contrat : {date} ({article})',
    'no-trial': '{sum} : il ne reste pas d’essai ({article})',
    written: 'Dernier jour écrit au contrat : {date} ({article})',
    'early-end': 'Fin anticipée, dernier jour : {date} ({article})',
    'late-end': 'Fin après le terme écrit, dernier jour : {date} ({article})',
    cancelled: 'Ce contrat n’a jamais pris effet : aucun délai ne court ({article})',
    renewals: '{max} renouvellements au plus − {done} = {left}, et {sum} = {date} ({article})',
    'no-renewal':
      '{max} renouvellements au plus − {done} = 0, donc la fin du contrat : {date} ({article})',
    'too-many-renewals':
      '{max} renouvellements au plus, et il y en a {done} : aucun ne reste, donc la fin du contrat : {date} ({article})',
    interviews: '{sum} = {date} ; entretiens signés : {done} sur {max} ({article})',
    permit: 'Dernier jour du titre : {date} ({article})',
    notice: 'Dès {event}, {sum} = {date} ({article})',
    'notice-same-day': 'Dès {event}, le jour même : {date} ({article})',
    hire: 'À partir du {sum} = {from}, et avant l’embauche du {date} ({article})',
    'not-applicable': '{why} ; sans objet : {reason}',
  },
  own: {
    'cape-term': {
      what: 'Votre contrat CAPE finit le {date}.',
      do: 'Parlez de la suite avec votre coopérative avant cette date.',
    },
    trial: {
      what: 'Votre période d’essai finit le {date}.',
      do: 'Votre contrat continue ensuite sans essai.',
    },
    'associate-deadline': {
      what: 'Devenez associé de la coopérative au plus tard le {date}.',
      do: 'Sinon, votre contrat s’arrête à la fin de ce jour.',
    },
    'associate-passed': {
      what: 'La date pour devenir associé est passée, le {date}.',
      do: 'Appelez votre coopérative aujourd’hui.',
    },
    interviews: {
      what: {
        one: 'Il reste {count} entretien à faire et à signer avant le {date}.',
        many: 'Il reste {count} entretiens à faire et à signer avant le {date}.',
        other: 'Il reste {count} entretiens à faire et à signer avant le {date}.',
      },
      do: 'Votre coopérative vous propose une date, ou demandez-la.',
    },
    'permit-expiry': {
      what: 'Votre titre de séjour finit le {date}.',
      do: 'Demandez son renouvellement dès maintenant, et gardez la preuve.',
    },
    'variable-pay': {
      what: 'Votre coopérative vous paie le solde au plus tard le {date}.',
      do: 'Vous n’avez rien à faire.',
    },
  },
  refusal: {
    'cape-ends-before-start': 'Le CAPE {contract} finit avant de commencer. Corrigez ses dates.',
    'cape-full-time-employee':
      'Le CAPE {contract} n’est pas permis : la personne est salariée à plein temps.',
    'cape-third-renewal':
      'Le CAPE {contract} serait un renouvellement de trop : {renewalsMax} au plus, quelle que soit leur durée.',
    'cape-too-long':
      'Le CAPE {contract} dure plus de {monthsMax} mois : il finit au plus tard le {latestEndsOn}.',
    'cape-gap':
      'Le renouvellement {contract} commence le {startsOn}, alors que le lendemain de la fin est le {expectedStartsOn}. Écrivez la raison de l’écart.',
    'cape-overlaps-previous':
      'Le renouvellement {contract} commence avant la fin du CAPE précédent : au plus tôt le {expectedStartsOn}.',
    'cape-end-missing': 'Le CAPE {contract} n’a pas de date de fin. Écrivez-la.',
    'cape-renews-nothing':
      'Le CAPE {contract} renouvelle {renewalOf}, qui n’est pas un CAPE en vigueur. Nommez le CAPE renouvelé.',
    'cape-renews-itself':
      'Le CAPE {contract} renouvelle {renewalOf}, qui ne commence pas avant lui. Corrigez le lien.',
    'cape-renewed-twice':
      'Le CAPE {renewalOf} est renouvelé deux fois, par {other} et par {contract}. Renouvelez le dernier.',
    'contracts-overlap':
      'Le contrat {contract} commence alors que {other} court encore. Corrigez leurs dates.',
    'ends-before-start':
      'Le contrat {contract} finit le {endsOn}, avant son début le {startsOn}. Corrigez ses dates.',
    'ended-after-term':
      'Le CAPE {contract} a fini le {endedOn}, après son terme du {endsOn}. Il fallait un renouvellement écrit.',
    'rule-not-in-force':
      'Le contrat {contract} commence avant le {inForceFrom}, premier jour de cette règle.',
    'suspension-outside-contract':
      'La suspension du {startsOn} au {endsOn} sort du contrat {contract}. Corrigez ses dates.',
    'no-trial-left':
      'Le contrat {contract} ne peut pas avoir d’essai : les contrats précédents ont pris les 8 mois.',
    'trial-too-long':
      'L’essai du contrat {contract} va jusqu’au {trialEndsOn} : au plus tard le {latestEndsOn}.',
    'associate-too-late':
      'Dans le contrat {contract}, la personne est devenue associée après le {deadline}. Le contrat avait pris fin.',
    'cape-declared-as-hire':
      'Le CAPE {contract} n’est pas une embauche : aucune déclaration préalable n’est à faire.',
    'declared-too-early':
      'L’embauche {contract} est déclarée le {declaredOn} : au plus tôt le {earliestOn}. Déclarez-la à nouveau.',
    'declared-too-late':
      'L’embauche {contract} est déclarée le {declaredOn}, après son premier jour. Il fallait le {latestOn} au plus tard.',
    'permit-checked-too-late':
      'Pour {contract}, la préfecture a été interrogée trop tard : au plus tard le {latestOn}.',
  },
} as const
