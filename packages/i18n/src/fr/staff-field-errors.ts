/** What is wrong with an answer that only staff give: these words weigh nothing on a phone. */
export const staffFieldErrors = {
  'tag-unknown': 'Cette attestation n’a pas de valeur pour : {tags}. Prenez un mot de la liste.',
  'too-many-lines':
    'Le texte a trop de lignes : {most} au plus. Faites des paragraphes plus longs, ou moins de texte.',
  'paid-before-employment': 'Cet emploi commence le {on}. Vérifiez la date du paiement.',
  'brace-loose': 'Une accolade est seule. Écrivez le mot entre deux accolades : {example}.',
  'p12-not-readable':
    'Ce fichier n’est pas un certificat lisible. Choisissez un fichier .p12 ou .pfx.',
  'p12-password-wrong': 'Ce mot de passe n’ouvre pas le fichier. Vérifiez chaque signe.',
  'p12-without-key':
    'Ce fichier ne contient pas la clé privée du certificat. Exportez les deux ensemble.',
  'p12-key-not-supported':
    'Cette clé ne convient pas : RSA de 2048 bits au moins, ou courbe elliptique.',
  'certificate-over': 'Ce certificat n’est plus valable. Demandez-en un nouveau.',
  'certificate-not-yet': 'Ce certificat n’est pas encore valable.',
  'certificate-leaked':
    'Vous avez dit que la clé de ce certificat est connue d’autres. Demandez-en un nouveau.',
  'assembly-before-year-end': 'L’assemblée vient après la fin de l’exercice. Vérifiez ce jour.',
  'setting-out-of-bounds': 'Cette valeur est hors des limites. Vérifiez-la.',
  'rate-not-understood': 'Écrivez le taux en chiffres, par exemple 655,957.',
  'currency-is-fixed': 'Le taux de cette monnaie est fixé par un traité.',
  'snooze-not-ahead': 'Choisissez un jour après aujourd’hui.',
  'snooze-too-late': 'La date est là ou passée ({dueOn}). Il faut le faire maintenant.',
  'snooze-past-due': 'Pas après le {dueOn} : cette date ne se déplace pas.',
  'interview-planned-in-past': 'Ce jour est passé. Écrivez quand il a eu lieu.',
  'conductor-unknown': 'Choisissez quelqu’un de la liste.',
  'scheme-ends-before':
    'La décision finirait avant de commencer. Choisissez un mois plus tardif, ou laissez ce champ vide.',
  'cap-below-minimum':
    'Écrivez un maximum au moins égal au minimum et à la part fixe, ou laissez vide.',
  'tiers-not-ordered': 'Les tranches montent, et seule la dernière est sans limite.',
  'bank-credit-before-sale': 'Ce jour est avant la vente. Vérifiez la date.',
  'bank-credit-unlikely':
    'La vente compte pour {declared}. Écrivez en euros ce que la banque a crédité pour elle seule.',
  'attendance-below-named': 'Vous avez coché plus de personnes que ce nombre.',
  'next-before-call': 'Cette date est avant l’appel. Choisissez un jour après.',
  'line-not-readable': 'Cette ligne n’a pas les 4 colonnes : mois, monnaie, unités, source.',
  'file-without-lines': 'Le fichier n’a aucune ligne sous les titres.',
  'file-too-many-lines': 'Le fichier a plus de 500 lignes. Coupez-le en deux.',
  'month-not-understood': 'Écrivez le mois ainsi : 2026-10.',
  'currency-unknown': 'Cette monnaie n’est pas connue. Écrivez son code : USD.',
  'source-missing': 'Écrivez d’où vient le taux.',
  'rate-twice': 'Ce mois et cette monnaie sont déjà plus haut dans le fichier.',
  'rate-is-used': 'Un compte accepté utilise déjà ce taux : il ne change plus.',
  'reason-of-change-missing': 'Écrivez pourquoi le référent change.',
  'date-before-last-change': 'Un changement plus récent existe déjà. Choisissez un jour après.',
  'tutoring-not-confirmed': 'La personne aidée n’a pas confirmé.',
  'tutoring-not-firm': 'La personne aidée peut encore changer d’avis (7 jours).',
  'tutoring-own-hours': 'Ce sont vos propres heures : un ou une collègue décide.',
  'pair-of-one': 'Choisissez quelqu’un d’autre : un tuteur n’est pas sa propre personne aidée.',
  'tutoring-hours-cross':
    'Ces heures en croisent d’autres de la même personne, qui ne peut pas être à deux endroits.',
  'valuation-reason-missing':
    'La méthode change : écrivez pourquoi. L’annexe des comptes le répète.',
  'valuation-choice-incomplete': 'Il manque une valeur pour cette méthode.',
  'volunteer-host-missing': 'Choisissez la structure d’accueil.',
  'volunteer-in-company':
    'Pas de bénévole dans une société commerciale, sauf une SCIC (loi 47-1775, art. 19 septies).',
  'piece-is-right-to-work': 'Un titre de séjour se vérifie à part, dans le droit au travail.',
  'paper-end-unlikely': 'Ce jour est dans plus de 15 ans. Vérifiez l’année.',
  'prolongation-too-short':
    'Ce papier doit finir après le titre. Vérifiez le dernier jour écrit dessus.',
  'prolongation-start-unknown':
    'Le premier jour du titre n’est pas noté : sa durée est inconnue (CESEDA L433-3). Enregistrez le titre avec ses deux dates.',
  'prolongation-one-year-title':
    'Les 3 mois sont pour un titre de plus d’un an (CESEDA L433-3). Demandez le récépissé ou l’attestation de prolongation.',
  'prolongation-asked-late':
    'La demande est partie après la fin du titre : les 3 mois ne valent pas (CESEDA L433-3). Demandez le récépissé ou l’attestation de prolongation.',
  'prolongation-no-end': 'La fin de ce titre n’est pas écrite. Écrivez-la d’abord.',
  'logo-kind': 'Ce n’est pas une image que nous lisons. Choisissez un JPEG, un PNG ou un WebP.',
  'logo-too-small':
    'Cette image est trop petite pour être imprimée. Choisissez-en une d’au moins 300 points de large.',
  'logo-white':
    'Cette image est blanche : on ne la verrait pas sur le papier. Choisissez la version en couleur.',
  'logo-damaged': 'Ce fichier est abîmé. Enregistrez l’image à nouveau, puis choisissez-la.',
  'logo-too-large':
    'Cette image est trop grande. Enregistrez-la en plus petit : 2 000 points de large suffisent.',
  'contract-day-far':
    'Ce jour est hors limites : du 6 août 2003, premier jour de cette loi, au 31 décembre 2150.',
  'financial-year-unknown':
    'Aucun exercice terminé avant l’assemblée ne finit ce mois-là. Vérifiez le mois, ou le début de l’exercice dans les valeurs datées.',
  'agreement-end-wrong': 'Choisissez un jour entre le début et aujourd’hui.',
  'reference-taken': 'Cette référence est déjà celle d’une autre personne.',
  'piece-has-expired': 'Cette pièce n’est plus valable. Refusez-la, ou corrigez la date.',
} as const
