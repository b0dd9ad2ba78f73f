import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from './api.ts'

export type WorkItem = Api['GET /home/queue']['response']['items'][number]

/** The key of everything that says what waits. */
export const WORK_KEY = ['home'] as const

/** What waits for one person, the most pressing first: the rows of the queue that concern them. */
export function workOfPerson(personId: string) {
  return queryOptions({
    queryKey: [...WORK_KEY, 'person', personId],
    queryFn: () => call('GET /home/queue', { query: { view: 'waiting', personId } }),
    staleTime: 0,
  })
}

const declaration = (item: WorkItem) => `/gestion/declarations/${item.targetId}`
const permit = (item: WorkItem) => `/gestion/personnes/${item.targetId}/sejour`
const signature = (item: WorkItem) => `/gestion/signatures/${item.targetId}`
const contract = (item: WorkItem) => `/gestion/contrats/${item.targetId}`
// The target of a date that is due names the contract; the page is that of the person.
const planInterview = (item: WorkItem) => `/gestion/personnes/${item.personId}/entretiens/nouveau`
const interview = (item: WorkItem) => `/gestion/entretiens/${item.targetId}`
const welcome = (item: WorkItem) => `/gestion/accueil/${item.personId}`

const HREFS: Readonly<Record<WorkItem['kind'], (item: WorkItem) => string>> = {
  'close-month': (item) => `/gestion/cloture/${item.targetId}`,
  'review-declaration': declaration,
  'review-answer': declaration,
  'question-waiting': declaration,
  // In the list of the missing stands all that can be done: remind, call, declare for the person.
  'missing-declaration': (item) =>
    `/gestion/declarations?vue=manquantes&mois=${item.month}#${item.targetId.replace(' ', '-')}`,
  'sign-document': signature,
  'countersign-document': signature,
  'check-signed-paper': signature,
  'read-together': signature,
  'prepare-contract': (item) => `/gestion/contrats/nouveau?personne=${item.personId}`,
  'finish-contract': contract,
  'contract-ending': contract,
  'cape-ended': contract,
  'amendment-to-send': (item) => `/gestion/contrats/avenants/${item.targetId}`,
  // The target names the contract and the event; the page of the contract holds both bodies.
  'send-notice': (item) => `/gestion/contrats/${item.targetId.split(':')[0]}#notices`,
  // The target names the contract; the request is noted on the page of the permit.
  'ask-prefecture': (item) => `/gestion/personnes/${item.personId}/sejour`,
  'declare-hire': contract,
  // Lines are written in the order of the hires: the page shows the one that can be written now.
  'register-hire': () => '/gestion/contrats/registre',
  'confirm-end-by-law': contract,
  'finish-exit': contract,
  'exit-survey-call': (item) => `/gestion/contrats/${item.targetId}#surveys`,
  'permit-ending': permit,
  'permit-decision': permit,
  'permit-without-end': permit,
  'permit-to-read': permit,
  'permit-to-resend': permit,
  // The target names the paper; it is asked for again on the welcome of the person.
  'paper-ending': (item) => `/gestion/accueil/${item.personId}`,
  'lead-waiting': (item) => `/gestion/contacts/${item.targetId}`,
  'decision-waiting': (item) => `/gestion/contacts/${item.targetId}/etape`,
  'piece-to-check': welcome,
  'pieces-to-call-for': welcome,
  'welcome-to-finish': welcome,
  'associate-due': contract,
  'variable-pay-due': () => '/gestion/reglages/assemblees',
  'shared-services-to-give': (item) => `/gestion/comptes/services-communs/${item.targetId}`,
  'trial-ending': contract,
  'interview-due': planInterview,
  'interview-overdue': planInterview,
  'interview-to-record': interview,
  'interview-report-to-send': interview,
  'interview-paper-to-check': interview,
  'fixed-part-uncovered': (item) => `/gestion/paie?mois=${item.month}`,
  'erasure-to-answer': (item) => `/gestion/personnes/${item.personId}/donnees`,
  'approval-waiting': (item) => `/gestion/accords/${item.targetId}`,
  'certificate-asked': (item) => `/gestion/attestations/emettre?personne=${item.personId}`,
  'tutor-to-find': () => '/gestion/tutorat/mise-en-relation',
  'agreement-to-sign': (item) => `/gestion/tutorat/duos/${item.targetId}`,
  'session-disputed': () => '/gestion/tutorat?vue=disputed',
}

/** The page where a thing is done. */
export function workHref(item: WorkItem): string {
  return HREFS[item.kind](item)
}
