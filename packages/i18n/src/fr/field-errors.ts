import { lineErrors } from './line-errors.ts'

/** What is wrong with one answer; the codes are those of the API's request check and of the domain. */
export const fieldErrors = {
  ...lineErrors,
  'field-too-small': 'Ce nombre est trop petit.',
  'field-too-long': 'C’est trop long ou trop grand.',
  'field-format': 'Nous ne lisons pas cette réponse. Écrivez-la autrement.',
  'field-format-email': 'Écrivez l’adresse e-mail en entier. Exemple : awa@exemple.fr',
  'field-format-date': 'Écrivez la date avec le jour, le mois et l’année.',
  'field-wrong-kind': 'Nous ne lisons pas cette réponse. Écrivez-la autrement.',
  'field-unknown': 'Cette ligne n’est pas attendue. Rechargez la page.',
  'field-not-accepted': 'Cette réponse ne convient pas. Changez-la.',
  'sign-in-code-wrong': 'Ce code n’est pas le bon, ou il est trop vieux. Demandez-en un autre.',
  'text-not-printable': 'La police ne peut pas imprimer : {signs}. Enlevez ces signes.',
  'siren-wrong': 'Ce numéro SIREN n’est pas juste. Vérifiez les 9 chiffres.',
  'password-too-short': 'Écrivez au moins {least} signes.',
  'password-well-known': 'Ce mot de passe est trop connu. Choisissez des mots sans lien.',
  'password-about-you': 'Ce mot de passe parle trop de vous. Choisissez d’autres mots.',
  'password-not-yours': 'Ce n’est pas votre mot de passe actuel.',
  'date-in-future': 'Cette date n’est pas encore passée.',
  'interview-in-future': 'Ce jour n’est pas encore passé.',
  'interview-day-missing': 'Écrivez un jour.',
  'date-does-not-exist': 'Ce jour n’existe pas. Choisissez un autre jour.',
  'contract-day-far':
    'Ce jour est hors limites : du 6 août 2003, premier jour de cette loi, au 31 décembre 2150.',
  'date-outside-month': 'La date doit être dans le mois de la déclaration.',
  'horsepower-missing': 'Il manque la carte grise de la voiture. Appelez la coopérative.',
  'receipts-too-many': 'Il y a déjà 100 reçus ce mois-ci. Appelez la coopérative.',
  'ends-before-start': 'La fin est avant le début. Vérifiez les deux dates.',
  'financial-year-unknown':
    'Aucun exercice terminé avant l’assemblée ne finit ce mois-là. Vérifiez le mois, ou le début de l’exercice dans les valeurs datées.',
  'date-too-early': 'Cette date est avant la demande. Vérifiez-la.',
  'nir-wrong':
    'Ce numéro de sécurité sociale n’est pas juste. Vérifiez les 15 signes, clé comprise.',
  'iban-wrong': 'Cet IBAN n’est pas juste. Recopiez-le depuis le RIB.',
  'expiry-required': 'Écrivez jusqu’à quand cette pièce est valable.',
  'expiry-not-expected': 'Cette pièce n’a pas de date de fin. Enlevez la date.',
  'reference-taken': 'Cette référence est déjà celle d’une autre personne.',
  'name-without-letter':
    'Un nom contient au moins une lettre. Écrivez le nom comme sur la pièce d’identité.',
  'name-not-printable':
    'Les documents ne peuvent pas écrire : {characters}. Écrivez le nom en lettres latines, comme sur la pièce d’identité.',
  'characters-not-printable':
    'Ces signes ne peuvent pas être imprimés : {characters}. Écrivez autrement.',
  'date-not-yet': 'Ce jour n’est pas encore passé. Choisissez un jour jusqu’à aujourd’hui.',
  'way-to-reach-missing': 'Écrivez un téléphone ou une adresse e-mail.',
  'reason-missing': 'Choisissez une raison.',
  'expiry-missing': 'Écrivez jusqu’à quand cette pièce est valable.',
  'piece-has-expired': 'Cette pièce n’est plus valable. Refusez-la, ou corrigez la date.',
  'vehicle-unknown': 'Ce véhicule n’est pas à la personne ce mois-là. Choisissez-en un autre.',
  'phone-too-short': 'Écrivez le numéro en entier. Exemple : 06 12 34 56 78',
  'version-changed': 'Elle a changé entre-temps. Rechargez la page.',
  'session-length-wrong': 'Écrivez au moins 5 minutes, ou une heure de début et de fin.',
  'session-in-future': 'Ce jour n’est pas encore passé.',
  'tutoring-day-too-long': 'Ce jour dépasse 8 heures. Vérifiez la durée.',
  'agreement-end-wrong': 'Choisissez un jour entre le début et aujourd’hui.',
  'tutoring-kinds-differ': 'L’une est aidée bénévolement, l’autre non. Notez deux séances.',
} as const
