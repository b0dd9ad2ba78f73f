import {
  IconCalendarDue,
  IconClockExclamation,
  IconFileText,
  IconHeartHandshake,
  IconId,
  IconLock,
  IconMessageCheck,
  IconMessageQuestion,
  IconPhoneCall,
  IconReceiptEuro,
  IconSend,
  IconSignature,
  IconZoomCheck,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { QueueItem, QueueKind } from './queries.ts'

/** What a kind of work looks like, and where it is done. */
interface KindFacts {
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
  href: (item: QueueItem) => string
}

const declarationHref = (item: QueueItem) => `/gestion/declarations/${item.targetId}`
const permitHref = (item: QueueItem) => `/gestion/personnes/${item.targetId}/sejour`
const signatureHref = (item: QueueItem) => `/gestion/signatures/${item.targetId}`
const contractHref = (item: QueueItem) => `/gestion/contrats/${item.targetId}`

/** The target names the contract and the event; the contract's page holds both bodies. */
const noticeHref = (item: QueueItem) => `/gestion/contrats/${item.targetId.split(':')[0]}#notices`
const welcomeHref = (item: QueueItem) => `/gestion/accueil/${item.personId}`

export const KINDS: Readonly<Record<QueueKind, KindFacts>> = {
  'close-month': { icon: IconLock, href: (item) => `/gestion/cloture/${item.targetId}` },
  'review-declaration': { icon: IconReceiptEuro, href: declarationHref },
  'review-answer': { icon: IconMessageCheck, href: declarationHref },
  'question-waiting': { icon: IconMessageQuestion, href: declarationHref },
  'missing-declaration': {
    icon: IconClockExclamation,
    href: (item) => `/gestion/personnes/${item.personId}`,
  },
  'sign-document': { icon: IconSend, href: signatureHref },
  'countersign-document': { icon: IconSignature, href: signatureHref },
  'check-signed-paper': { icon: IconZoomCheck, href: signatureHref },
  'read-together': { icon: IconPhoneCall, href: signatureHref },
  'contract-ending': { icon: IconFileText, href: contractHref },
  'send-notice': { icon: IconSend, href: noticeHref },
  'declare-hire': { icon: IconFileText, href: contractHref },
  'confirm-end-by-law': { icon: IconFileText, href: contractHref },
  'finish-exit': { icon: IconFileText, href: contractHref },
  'permit-ending': { icon: IconId, href: permitHref },
  'permit-decision': { icon: IconId, href: permitHref },
  'lead-waiting': { icon: IconSend, href: (item) => `/gestion/contacts/${item.targetId}` },
  'decision-waiting': {
    icon: IconMessageCheck,
    href: (item) => `/gestion/contacts/${item.targetId}/etape`,
  },
  'piece-to-check': { icon: IconFileText, href: welcomeHref },
  'pieces-to-call-for': { icon: IconClockExclamation, href: welcomeHref },
  'welcome-to-finish': { icon: IconClockExclamation, href: welcomeHref },
  'associate-due': { icon: IconCalendarDue, href: contractHref },
  'trial-ending': { icon: IconCalendarDue, href: contractHref },
  'session-disputed': { icon: IconHeartHandshake, href: () => '/gestion/tutorat?vue=disputed' },
}
