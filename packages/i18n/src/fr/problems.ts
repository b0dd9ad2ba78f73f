/**
 * One sentence or two for every refusal of the API: what happened, then what to do. Read on phones
 * by people who read little French, so: short words, no blame, no technical term.
 */
export const problems = {
  'request-invalid': 'Il manque quelque chose. Regardez les lignes marquées en rouge.',
  'body-not-json': 'L’application n’a pas envoyé la bonne forme. Rechargez la page et recommencez.',
  'body-too-large': 'C’est trop lourd. Choisissez un fichier plus petit.',
  'body-too-deep': 'L’application n’a pas envoyé la bonne forme. Rechargez la page et recommencez.',
  'body-too-many-fields':
    'Il y a trop de lignes pour un seul envoi. Enlevez des lignes, puis recommencez.',
  'signed-out': 'Vous n’êtes plus connecté. Entrez de nouveau, rien n’est perdu.',
  'sign-in-refused': 'Nous ne reconnaissons pas ces informations. Vérifiez et essayez encore.',
  'sign-in-second-factor': 'Écrivez aussi le code à 6 chiffres de votre application de codes.',
  'second-factor-required':
    'Un mot de passe seul n’ouvre pas cette page. Ajoutez d’abord une application de codes.',
  'too-many-attempts': 'Trop d’essais. Attendez quelques minutes, puis essayez encore.',
  forbidden: 'Votre compte ne permet pas cette action. Demandez à la direction de la coopérative.',
  'cross-site': 'Cette demande vient d’un autre site. Ouvrez la page depuis votre espace.',
  'not-found': 'Nous ne trouvons pas cette page ou ce document. Vérifiez l’adresse.',
  'method-not-allowed': 'Cette action n’existe pas. Rechargez la page et recommencez.',
  conflict: 'Quelqu’un vient de changer la même chose. Rechargez la page et regardez.',
  'version-required': 'La page est trop ancienne. Rechargez-la, puis recommencez.',
  'version-changed': 'Quelqu’un a changé ces informations avant vous. Rechargez, puis recommencez.',
  'idempotency-mismatch':
    'Cette demande est déjà partie avec d’autres réponses. Rechargez la page.',
  'idempotency-busy': 'Votre demande est déjà en cours. Attendez quelques secondes.',
  'outcome-unknown': 'Nous ne savons pas si c’est enregistré. Rechargez la page pour le voir.',
  unavailable: 'Le service se repose un instant. Attendez une minute et essayez encore.',
  'storage-full': 'Il n’y a plus de place pour ce fichier. Appelez la coopérative.',
  internal: 'Quelque chose n’a pas marché chez nous. Essayez encore, puis appelez-nous.',
  'already-installed': 'La coopérative est déjà créée ici. Entrez avec votre compte.',
  'setup-code-wrong':
    'Ce code d’installation n’est pas le bon. Il est écrit là où le serveur a démarré.',
  'password-too-weak': 'Ce mot de passe est trop facile. Écrivez au moins 12 signes, peu connus.',
  'totp-code-wrong': 'Ce code n’est pas le bon. Attendez le prochain code et écrivez-le.',
  'last-direction': 'C’est la dernière personne de la direction. Nommez-en une autre d’abord.',
  'email-already-used': 'Cette adresse e-mail sert déjà à une autre personne.',
  'person-already-exists': 'Une personne avec ce nom et cette date de naissance existe déjà.',
  'register-entry-exists':
    'Cette embauche est déjà au registre. Une ligne ne change plus : notez le changement à côté.',
  'register-out-of-order': 'Le registre suit l’ordre des embauches. Inscrivez d’abord {name}.',
  'person-birth-unknown':
    'La date de naissance manque dans le dossier de la personne. Ajoutez-la, puis inscrivez l’embauche.',
  'person-has-email':
    'Cette personne a une adresse e-mail. Envoyez-lui le code : elle seule le reçoit.',
  'signature-code-own':
    'Vous avez remis ce code : une autre personne de l’équipe doit prêter l’écran.',
  'person-has-no-email': 'Cette personne n’a pas d’adresse e-mail. Ajoutez-la dans son dossier.',
  'shares-need-two': 'Une activité se partage à deux au moins. Ajoutez une personne.',
  'shares-person-twice': 'La même personne est là deux fois. Gardez-la une seule fois.',
  'shares-not-whole': 'Les parts ne font pas 100 % (C. trav. R7331-6). Corrigez-les jusqu’à 100 %.',
  'convention-pending':
    'Une convention de cette activité est déjà en préparation. Ouvrez-la, ou abandonnez-la.',
  'convention-incomplete':
    'Il manque des contenus que la loi demande (C. trav. R7331-6). Regardez la liste.',
  'convention-act-not-allowed':
    'Cette convention n’est plus dans l’état attendu. Rechargez la page et regardez.',
  'cape-too-long':
    'Un CAPE dure 12 mois au plus (article L127-2). Choisissez une fin au plus tard le {latestEndsOn}.',
  'cape-third-renewal':
    'Un CAPE se renouvelle deux fois, pas plus (article L127-2). Préparez un CESA ou la sortie.',
  'cape-gap':
    'Un renouvellement commence le lendemain de la fin, le {expectedStartsOn} (article L127-2). Changez le début, ou écrivez la raison de l’écart.',
  'cape-ends-before-start': 'La fin est avant le début. Changez une des deux dates.',
  'cape-full-time-declared':
    'Cette personne a dit avoir un emploi à temps plein (depuis le {since}). Un CAPE ne se signe pas avec un tel emploi (code de commerce, L127-1). Si cela a changé, notez sa nouvelle réponse sur sa fiche, « Autre emploi », puis recommencez.',
  'cape-full-time-employee':
    'Une personne salariée à plein temps ne peut pas signer de CAPE (article L127-1). Si elle ne l’est plus, décochez la case.',
  'contract-overlaps':
    'Un autre contrat de cette activité couvre déjà ces jours : un seul à la fois (articles L127-2 et L7331-2). Changez les dates, ou terminez d’abord l’autre.',
  'contract-incomplete':
    'Il manque des informations dans ce contrat. Complétez les lignes marquées.',
  'signature-already-open': '« {title} » attend déjà une signature. Retirez d’abord cette demande.',
  'signature-ended': 'Ce document n’attend plus de signature. Rechargez la page.',
  'signature-expired': 'Le délai pour signer est passé. Demandez un nouvel envoi.',
  'signature-not-your-turn': 'Une autre personne doit signer avant. Attendez son tour.',
  'signature-address-changed':
    'L’adresse e-mail a changé depuis l’envoi. Retirez la demande et renvoyez-la.',
  'signature-code-readable':
    'Sans serveur d’e-mail, vous pouvez lire ce code. Demandez à un autre témoin, ou signez sur papier.',
  'table-kind-refused':
    'Ce fichier n’est ni un CSV ni un classeur Excel (XLSX). Enregistrez-le dans l’un de ces formats.',
  'table-unreadable':
    'Ce fichier est abîmé, ou ses guillemets ne se ferment pas. Exportez-le à nouveau et renvoyez-le.',
  'advance-above-account':
    'Le compte ne porte pas cet acompte. Avec les parts fixes, il reste au plus {most} brut.',
  'balance-not-due':
    'Rien de cela n’est à payer pour ce contrat ce mois-ci. Notez d’abord l’assemblée qui approuve les comptes.',
  'balance-above-left':
    'Ce brut dépasse ce qui reste de l’exercice : {left}, cotisations comprises.',
  'pay-file-refused':
    'Une ligne du fichier est refusée (ligne {line}). Rien n’est importé : regardez l’aperçu.',
  'pay-import-replaced':
    'Un autre fichier a remplacé une partie de celui-ci. Annulez d’abord le plus récent.',
  'assembly-settled': 'Un solde a été payé après cette assemblée. Elle ne s’enlève plus.',
  'signature-day-wrong': 'Cette date n’est pas possible. Écrivez le jour écrit sur le papier.',
  'signature-reminded': 'Un rappel est déjà parti aujourd’hui. Attendez demain.',
  'signature-second-look': 'Une autre personne de l’équipe doit vérifier ce papier.',
  'signature-witness-signs':
    'Le témoin ne signe pas pour la coopérative. Demandez à une autre personne habilitée.',
  'screen-handed-over':
    'Cet écran sert seulement à la signature en cours. L’équipe le reprend avec son code, en bas de la page.',
  'screen-not-handed-over':
    'La personne signe sur un écran qui lui est confié. Donnez-lui d’abord l’écran, avec un code pour le reprendre.',
  'screen-code-wrong': 'Ce n’est pas ce code. Sans lui, sortez puis reconnectez-vous.',
  'signature-already-given': 'Cette signature est déjà donnée. Rechargez la page.',
  'signing-code-wrong': 'Ce code n’est pas le bon. Regardez le dernier e-mail reçu.',
  'signing-name-differs': 'Ce nom n’est pas celui du contrat. Écrivez-le comme sur le contrat.',
  'document-changed': 'Le document a changé depuis votre lecture. Relisez-le avant de signer.',
  'declaration-month-closed': 'Ce mois est déjà clos. Parlez-en à votre conseiller.',
  'declaration-month-not-open': 'Ce mois n’est pas encore ouvert. Revenez à la fin du mois.',
  'declaration-already-sent':
    'Cette déclaration est déjà partie. Vous n’avez rien d’autre à faire.',
  'declaration-not-typed':
    'Personne n’a écrit cette déclaration dans un formulaire : corrigez-la vous-même.',
  'declaration-return-answered':
    'La personne a déjà repris sa déclaration : attendez qu’elle la renvoie.',
  'declaration-not-to-review': 'Cette déclaration n’attend pas de relecture. Rechargez la liste.',
  'declaration-not-accepted': 'Cette déclaration n’est pas encore acceptée. Relisez-la d’abord.',
  'declaration-lines-invalid':
    'Une vente ou une dépense est à corriger. Regardez les lignes marquées.',
  'declaration-exists': 'Il y a déjà une déclaration pour ce mois. Ouvrez-la pour la changer.',
  'question-already-answered': 'Cette question a déjà une réponse.',
  'question-closed': 'Cette question n’attend plus de réponse. Pour en dire plus, appelez-nous.',
  'no-contract-in-month': 'Il n’y a pas de contrat ce mois-là. Parlez-en à votre conseiller.',
  'scheme-ended':
    'La décision {code} vaut jusqu’en {until} et aucune ne la suit. Ajoutez la décision suivante dans Réglages, puis acceptez.',
  'exchange-rate-missing':
    'Il manque le taux de cette monnaie ce mois-là. Ajoutez-le dans Réglages.',
  'recap-not-asked': 'Il n’y a rien à confirmer pour ce mois. Rechargez la page.',
  'expense-act-not-allowed': 'Une des lignes choisies n’est plus à cette étape. Rechargez la page.',
  'bank-credit-not-possible':
    'Cette vente est en euros, ou sa déclaration n’est pas acceptée. Rechargez la page.',
  'bank-credit-stands':
    'Un montant de la banque est noté pour une de ses ventes. Retirez-le d’abord.',
  'nothing-to-export': 'Rien de nouveau n’est à rembourser : il n’y a pas de fichier à faire.',
  'rates-file-refused':
    'Rien n’est entré : des lignes du fichier ne sont pas lisibles. Corrigez-les, puis choisissez le fichier à nouveau.',
  'reminder-too-late':
    'La date limite est passée ({deadlineOn}) : aucun rappel ne part. Appelez les personnes de la liste.',
  'exchange-rate-used': 'Ce taux a déjà servi à un compte. Ajoutez un nouveau taux.',
  'scheme-exists': 'Une règle porte déjà ce nom. Choisissez un autre nom.',
  'simulation-too-few':
    'Moins de 5 personnes ont des mois acceptés cette année-là : on reconnaîtrait quelqu’un. Choisissez une autre année.',
  'scheme-replaced': 'Une autre décision remplace déjà celle-ci. Choisissez la plus récente.',
  'scheme-begins-later':
    'La règle remplacée commence elle-même ce mois-là ou après. Choisissez un mois plus tard.',
  'month-has-accepted':
    'Des déclarations de ce mois sont déjà acceptées avec l’ancienne règle. Choisissez un mois plus tard.',
  'setting-exists': 'Une valeur commence déjà ce jour-là. Choisissez un autre jour.',
  'file-kind-refused': 'Nous ne lisons pas ce type de fichier. Envoyez une photo ou un PDF.',
  'voice-unreadable': 'Nous n’arrivons pas à entendre cet enregistrement. Recommencez.',
  'file-unreadable': 'Nous n’arrivons pas à ouvrir ce fichier. Reprenez la photo.',
  'file-too-many-pixels':
    'Cette image est trop grande : plus de 40 millions de points. Reprenez la photo.',
  'file-heic':
    'Nous ne lisons pas le format HEIC. Sur l’iPhone : Réglages, Appareil photo, Formats, « Le plus compatible ».',
  'file-dangerous': 'Ce fichier cache un second contenu. Prenez une photo du papier à la place.',
  'file-in-quarantine': 'Ce fichier n’a pas encore été vérifié. Réessayez dans quelques minutes.',
  'pdf-active':
    'Ce PDF contient un programme ou un fichier joint. Imprimez-le en PDF simple, ou photographiez-le.',
  'pdf-encrypted':
    'Ce PDF est protégé par un mot de passe. Enlevez la protection, ou photographiez-le.',
  'prolongation-refused':
    'Cette prolongation ne va pas avec ce titre. Lisez la raison près de la date.',
  'permit-end-known':
    'La fin de ce titre est déjà écrite. Pour la changer, enregistrez une prolongation ou le nouveau titre.',
  'hire-check-answered': 'La réponse de la préfecture est déjà enregistrée. Elle ne change plus.',
  'silence-too-early':
    'Le silence ne vaut preuve qu’après le {until} : le préfet a 2 jours ouvrables (C. trav. R5221-42).',
  'prefecture-comes-first':
    'Une décision ne remplace pas le préfet ({articles}). Plus bas, notez d’abord la demande ; pour un étudiant, la déclaration. Puis notez la réponse, ou le silence après 2 jours ouvrables. Ensuite, décidez.',
  'nir-not-needed':
    'Le numéro de sécurité sociale se demande seulement quand un CESA est préparé (décret 2019-341).',
  'right-to-work-undecided':
    'Personne n’a décidé si cette personne peut travailler sous ce contrat ({articles}). Ouvrez « Séjour et droit au travail », lisez le papier, enregistrez la décision, puis renvoyez.',
  'right-to-work-outdated':
    'La décision enregistrée ne couvre pas ce jour, ou un motif est nouveau ({articles}). Ouvrez « Séjour et droit au travail » et décidez à nouveau.',
  'right-to-work-refused':
    'La décision enregistrée dit que cette personne ne peut pas travailler sous ce contrat ({articles}). Il ne part pas à la signature. Avec un nouveau papier, décidez à nouveau.',
  'right-to-work-forbidden':
    'Ce titre, ou la réponse du préfet, ne permet pas ce contrat ({articles}). Aucune décision ne lève ce non. Il faut un autre titre, ou un oui du préfet : notez-le dans « Séjour et droit au travail ».',
  'document-kind-not-accepted': 'Cette pièce ne peut pas être ajoutée ici.',
  'export-under-way': 'Une copie est déjà en préparation.',
  'export-not-open': 'Cette copie n’est pas prête, ou sa date est passée.',
  'hold-stands': 'Une conservation est déjà posée sur ce dossier.',
  'person-under-hold':
    'Ce dossier est bloqué par un litige. Levez d’abord le blocage, avec un motif.',
  'erasure-not-possible':
    'La loi oblige à garder ces données. Rien ne peut être effacé avant le {until}.',
  'erasure-person-is-here':
    'Un contrat ou un tutorat de cette personne court encore. Terminez-le : la page dira ensuite quand effacer.',
  'erasure-reference-differs': 'Ce n’est pas la référence de ce dossier.',
  'erasure-asked-already': 'Une demande est déjà arrivée. La coopérative répond sous un mois.',
  'file-erased': 'Ce fichier a été effacé à la fin de sa durée de conservation.',
  'second-person-needed': 'Il faut deux personnes : demandez l’accord d’une autre personne.',
  'second-person-not-needed': 'Une seule personne suffit ici : faites l’acte directement.',
  'second-person-missing':
    'Il faut deux personnes de la direction ou de la comptabilité. Invitez-en une d’abord.',
  'approval-waiting': 'Cette demande attend déjà une réponse. Ouvrez les accords à deux.',
  'approval-same-person': 'C’est votre demande : une autre personne doit dire oui.',
  'approval-answered': 'Cette demande a déjà eu sa réponse. Rechargez la page.',
  'approval-outdated':
    'Quelque chose a changé depuis la demande. Refusez-la, puis demandez de nouveau.',
  'month-not-closed': 'Ce mois n’est pas clos : il n’y a rien à rouvrir.',
  'month-not-last-closed':
    'Seul le dernier mois clos peut être rouvert. Passez la correction dans le mois ouvert.',
  'month-is-closed': 'Ce mois est clos. Passez la correction dans le mois ouvert.',
  'closing-out-of-order': 'Un mois d’avant n’est pas clos. Clôturez-le d’abord.',
  'closing-blocked': 'Des points bloquent la clôture. Réglez les lignes marquées.',
  'attestation-nothing-to-attest': 'Il n’y a rien à attester pour cette période.',
  'attestation-already-revoked': 'Cette attestation est déjà annulée.',
  'attestation-already-replaced': 'Cette attestation est déjà remplacée. Ouvrez la nouvelle.',
  'attestation-made-elsewhere':
    'Le tuteur fait lui-même cette attestation. Révoquez-la, puis il en fait une autre.',
  'attestation-name-not-printable':
    'Les documents ne peuvent pas écrire : {characters}. Corrigez le dossier de la personne, en lettres latines.',
  'code-unknown': 'Nous ne connaissons pas ce code. Vérifiez chaque lettre et chaque chiffre.',
  'link-expired': 'Votre lien n’est plus valable. Demandez-en un nouveau.',
  'gesture-missing': 'Touchez le bouton sur la page pour répondre.',
  'survey-closed': 'Ces questions sont finies : répondues déjà, ou trop anciennes.',
  'survey-empty': 'Répondez à une question au moins.',
  'answer-final': 'Votre réponse ne peut plus changer. Appelez la coopérative.',
  'session-overlaps': 'Une autre séance existe à cette heure. Changez l’heure ou la durée.',
  'session-in-future': 'Cette séance n’a pas encore eu lieu. Notez-la après.',
  'relation-exists': 'Ces deux personnes sont déjà liées. Ouvrez leur tutorat.',
  network: 'Pas de réseau. Vos réponses restent ici, essayez encore dans un instant.',
  'cape-overlaps-previous':
    'Le CAPE d’avant court encore ce jour-là (article L127-2). Commencez au plus tôt le {expectedStartsOn}.',
  'cesa-trial-too-long':
    'L’essai finit entre le premier jour et le {trialEndsOnMax} (article L7332-1) : les contrats antérieurs en sont déduits. Changez ce jour.',
  'cesa-no-trial-left':
    'Les contrats antérieurs ne laissent aucune période d’essai (article L7332-1). Laissez ce champ vide.',
  'suspension-ends-before-start':
    'La fin de la suspension est avant son début. Changez une des deux dates.',
  'suspension-outside-contract':
    'La suspension sort des dates du contrat. Choisissez des jours du contrat.',
  'suspension-overlaps':
    'Une autre suspension couvre déjà ces jours. Changez les dates ou l’autre suspension.',
  'notice-not-due': 'Aucune information n’est due ici (article R5142-1). Rechargez la page.',
  'notice-before-event':
    'L’information n’a pas pu partir avant l’acte, le {since} (article R5142-1). Écrivez la date où elle est partie.',
  'notice-already-recorded': 'Cet envoi est déjà enregistré avec sa preuve. Rechargez la page.',
  'date-in-the-future': 'Cette date n’est pas encore arrivée. Écrivez la date où cela a été fait.',
  'registration-outside-contract':
    'L’immatriculation se date pendant le CAPE (article L127-4). Choisissez un jour du contrat.',
  'hire-declared-too-early':
    'Une embauche se déclare à partir du {opensOn}, 8 jours avant (article R1221-5). Vérifiez la date, ou déclarez-la à nouveau.',
  'hire-already-declared': 'Cette déclaration d’embauche est déjà enregistrée. Rechargez la page.',
  'associate-after-deadline':
    'Le dernier jour pour devenir associé était le {deadlineOn} (article L7331-3). Le contrat a pris fin : ouvrez la sortie.',
  'exit-reason-not-for-kind':
    'Un CAPE et un CESA ne finissent pas pour les mêmes motifs : un CAPE n’est pas un contrat de travail. Choisissez un motif de la liste.',
  'interview-act-not-allowed':
    'Cet entretien n’est plus dans l’état attendu. Rechargez la page et regardez.',
  'interview-day-missing': 'Écrivez le jour prévu, ou le jour où l’entretien a eu lieu.',
  'interview-in-future': 'Cet entretien n’a pas encore eu lieu. Écrivez un jour prévu.',
  'interview-planned-in-past': 'Ce jour est passé. Écrivez le jour où l’entretien a eu lieu.',
  'interview-incomplete':
    'Il manque des contenus que la loi demande (C. trav. R7331-3). Regardez la liste.',
  'conductor-unknown': 'Choisissez une personne de l’équipe d’accompagnement.',
  'amendment-pending': 'L’avenant {n} n’est pas terminé. Faites-le signer ou abandonnez-le.',
  'amendment-outside-contract':
    'Le contrat n’est pas en cours ce jour-là. Choisissez un jour du contrat.',
  'amendment-month-closed': 'Ce mois est clôturé. Choisissez une date à partir du {openFrom}.',
  'amendment-changes-nothing': 'Rien ne change. Modifiez au moins une clause.',
  'amendment-term-not-for-kind':
    'Un CAPE n’a pas cette clause (article R127-1). Laissez ce champ vide.',
  'exit-before-start': 'Le contrat commence le {startsOn}. Choisissez ce jour au plus tôt.',
  'exit-after-end': 'Le contrat finit le {endsOn}. Choisissez ce jour au plus tard.',
  'exit-not-at-term':
    'Un contrat arrivé à son terme finit son dernier jour. Prenez ce jour, ou un autre motif.',
  'exit-no-deadline-missed':
    'Le délai pour devenir associé (article L7331-3) ne finit pas ce jour-là. Choisissez un autre motif.',
  'exit-trial-over':
    'Ce jour n’est pas dans la période d’essai (article L7332-1). Choisissez un autre motif.',
  'exit-before-declared-month':
    'Un mois est déjà déclaré après ce jour. Choisissez un jour plus tard, ou annulez cette déclaration.',
  'exit-followed-by-contract':
    'Un autre contrat suit celui-ci. Terminez le dernier contrat de la série.',
  'exit-step-not-ticked': 'Cette étape ne se coche pas. Faites l’acte qu’elle demande.',
  'contract-act-not-allowed': 'Ce contrat n’est plus à cette étape. Rechargez la page.',
  'declaration-act-not-allowed': 'Cette déclaration n’est plus à cette étape. Rechargez la page.',
  'tutoring-act-not-allowed': 'Cette séance n’est plus à cette étape. Rechargez la page.',
  'tutoring-please-check': 'Regardez ces points. Tout est juste ? Touchez encore « Enregistrer ».',
  'session-length-wrong':
    'Écrivez la durée : au moins {least} minutes, ou une heure de début et de fin.',
  'tutoring-day-too-long': 'Ce jour dépasse 8 heures de tutorat. Vérifiez la durée et le jour.',
  'tutoring-kinds-differ':
    'Ces personnes ne sont pas aidées de la même façon : l’une bénévolement, l’autre non. Notez deux séances.',
  'tutoring-not-approvable':
    'Rien n’est validé. Enlevez de la liste : {count}. La raison est écrite à côté.',
  'tutoring-own-hours': 'Ce sont vos propres heures. Demandez à un ou une collègue de décider.',
  'need-exists': 'Une demande attend déjà sur ce sujet. Elle reste dans la liste.',
  'need-closed': 'Cette demande est déjà fermée. Rechargez la page.',
  'charter-changed': 'La charte a changé. Rechargez la page pour lire la nouvelle.',
  'agreement-act-not-allowed': 'Cette convention a changé entre-temps. Rechargez la page.',
  'agreement-end-wrong':
    'Le dernier jour est entre le début et aujourd’hui. Choisissez un autre jour.',
  'badge-not-reached':
    'Cette personne n’a pas encore assez d’heures bénévoles validées pour ce badge.',
  'badge-already-issued': 'Cette personne a déjà ce badge. Rechargez la page.',
  'badge-already-revoked': 'Ce badge est déjà annulé. Rechargez la page.',
  'volunteer-host-missing': 'Choisissez la structure qui accueille cette aide bénévole.',
  'volunteer-in-company':
    'Pas de bénévole dans une société commerciale, sauf une SCIC (loi 47-1775, art. 19 septies). Choisissez une association, ou une mission payée.',
  'host-exists': 'Une structure porte déjà ce nom. Choisissez-la dans la liste.',
  'operation-dates-wrong': 'Le dernier jour est avant le premier. Corrigez une des deux dates.',
  'shared-services-given': 'Ce compte est déjà donné aux entrepreneurs. Préparez une correction.',
  'shared-services-not-given': 'Ce compte n’est pas encore donné. Changez-le directement.',
  'shared-services-year-not-over':
    'L’exercice n’est pas fini. Donnez ce compte après son dernier jour.',
  'shared-services-month-open': 'Un mois de l’exercice n’est pas clos. Clôturez-le d’abord.',
  'shared-services-no-charge':
    'Ce compte n’a aucune charge. Entrez ce que les contributions ont payé.',
  'shared-services-too-many-lines': 'Ce compte a déjà 100 lignes. Regroupez-en avant d’en ajouter.',
  'operation-exists':
    'Ce financeur a déjà une opération avec ce numéro. Changez-la dans la liste, ou corrigez le numéro.',
  'sheet-code-differs':
    'Ce code n’est pas celui de la feuille à l’écran. Relisez le papier. Si les heures ont changé, imprimez la feuille et faites-la signer de nouveau.',
  'pipeline-act-not-allowed': 'Ce n’est pas possible à cette étape. Rechargez la page.',
  'piece-act-not-allowed': 'Cette pièce a changé entre-temps. Rechargez la page.',
  'piece-kind-exists': 'Une pièce de la liste porte déjà ce nom court. Choisissez-en un autre.',
  'merge-not-possible': 'Ces deux dossiers ne peuvent pas être réunis. L’un d’eux l’est déjà.',
  'merge-already-undone': 'Ces deux dossiers sont déjà séparés. Rechargez la page.',
  'meeting-is-cancelled': 'Cette réunion est annulée. Prévoyez-en une autre.',
  'meeting-not-yet': 'Cette réunion n’a pas encore eu lieu. Notez les présents ce jour-là.',
  'meeting-was-held': 'Cette réunion a eu lieu : les présents sont notés. Elle ne s’annule plus.',
  'attendance-below-named': 'Vous avez coché plus de personnes que le nombre écrit. Corrigez-le.',
  'salary-month-before-model':
    'Avant {from}, le modèle officiel donnerait des montants faux. Choisissez un mois plus récent.',
  'salary-month-after-model':
    'Le modèle officiel ne connaît pas encore les taux après {to}. Choisissez un mois plus ancien.',
  'salary-amount-negative': 'Ce montant est négatif : il ne donne aucun salaire.',
  'salary-amount-too-large': 'Ce montant est trop grand pour un mois. Vérifiez les zéros.',
  'salary-amount-too-small':
    'Ce montant est trop petit pour un salaire : la mutuelle prendrait tout. Essayez avec plus.',
  'valuation-reason-missing':
    'La méthode change : écrivez pourquoi. L’annexe des comptes le répète.',
  'valuation-choice-incomplete': 'Il manque une valeur pour cette méthode.',
} as const
