import {
  IconClockExclamation,
  IconFileText,
  IconHeartHandshake,
  IconLock,
  IconMessageCheck,
  IconMessageQuestion,
  IconReceiptEuro,
  IconSignature,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { QueueItem, QueueKind } from './queries.ts'

/** What a kind of work looks like, and which filter shows it. */
interface KindFacts {
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
  filter: Exclude<WorkFilter, 'all'>
  href: (item: QueueItem) => string
}

export const WORK_FILTERS = ['all', 'declarations', 'contracts', 'tutoring'] as const
export type WorkFilter = (typeof WORK_FILTERS)[number]

const declarationHref = (item: QueueItem) => `/gestion/declarations/${item.targetId}`
const contractHref = (item: QueueItem) => `/gestion/contrats/${item.targetId}`

export const KINDS: Readonly<Record<QueueKind, KindFacts>> = {
  'close-month': {
    icon: IconLock,
    filter: 'declarations',
    href: (item) => `/gestion/cloture/${item.targetId}`,
  },
  'review-declaration': { icon: IconReceiptEuro, filter: 'declarations', href: declarationHref },
  'review-answer': { icon: IconMessageCheck, filter: 'declarations', href: declarationHref },
  'question-waiting': { icon: IconMessageQuestion, filter: 'declarations', href: declarationHref },
  'missing-declaration': {
    icon: IconClockExclamation,
    filter: 'declarations',
    href: (item) => `/gestion/personnes/${item.personId}`,
  },
  'countersign-contract': { icon: IconSignature, filter: 'contracts', href: contractHref },
  'contract-ending': { icon: IconFileText, filter: 'contracts', href: contractHref },
  'session-disputed': {
    icon: IconHeartHandshake,
    filter: 'tutoring',
    href: () => '/gestion/tutorat?vue=disputed',
  },
}
