import type { Welcome } from './queries.ts'

type Task = Welcome['tasks'][number]

/** Where a task is done. */
export function taskHref(task: Pick<Task, 'name' | 'pieceId'>, welcome: Welcome): string {
  const { personId, contractId } = welcome
  const contract =
    contractId === null
      ? `/gestion/contrats/nouveau?personne=${personId}`
      : `/gestion/contrats/${contractId}`
  switch (task.name) {
    case 'piece':
      return `/gestion/accueil/${personId}#piece-${task.pieceId}`
    case 'identity':
    case 'contact':
    case 'activity':
      return `/gestion/personnes/${personId}/modifier`
    case 'first_appointment':
      return `/gestion/personnes/${personId}?onglet=interviews`
    case 'referent':
      return '/gestion/personnes?referent=none'
    case 'contract':
    case 'sign':
    case 'countersign':
      return contract
    case 'first_declaration':
      return `/gestion/personnes/${personId}?onglet=declarations`
    case 'tutor':
      return '/gestion/tutorat'
    default:
      return `/gestion/accueil/${personId}#facts`
  }
}
