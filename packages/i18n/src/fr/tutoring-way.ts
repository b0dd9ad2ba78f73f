/** How a pair helps: freely or paid, where, at which level, and what changed. */
export const tutoringWay = {
  title: 'Comment ce duo travaille',
  since: 'Depuis le {day} : {way}.',
  because: 'Raison : {reason}. Écrit par {name}, le {on}.',
  reason: {
    written_wrong: 'c’était mal noté',
    host_changed: 'la structure a changé (elle devient une SCIC, par exemple)',
    agreed_otherwise: 'les deux personnes en ont convenu autrement',
  },
  otherwise:
    'Ces séances comptent encore autrement que ce qui est écrit ici. Ouvrez chacune et corrigez-la : la personne aidée confirme, puis vous validez à nouveau.',
  change: 'Changer à partir d’un jour',
  changeHint:
    'Les séances depuis ce jour suivent, sauf celles déjà validées : elles s’affichent ici pour être corrigées une à une.',
  fromOn: 'À partir du',
  why: 'Pourquoi',
  submit: 'Enregistrer le changement',
}
