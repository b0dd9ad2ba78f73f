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
import type { QueueKind } from './queries.ts'

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>

/** What a kind of work looks like. */
export const WORK_ICONS: Readonly<Record<QueueKind, Icon>> = {
  'close-month': IconLock,
  'review-declaration': IconReceiptEuro,
  'review-answer': IconMessageCheck,
  'question-waiting': IconMessageQuestion,
  'missing-declaration': IconClockExclamation,
  'sign-document': IconSend,
  'countersign-document': IconSignature,
  'check-signed-paper': IconZoomCheck,
  'read-together': IconPhoneCall,
  'prepare-contract': IconFileText,
  'finish-contract': IconFileText,
  'contract-ending': IconFileText,
  'amendment-to-send': IconFileText,
  'send-notice': IconSend,
  'declare-hire': IconFileText,
  'confirm-end-by-law': IconFileText,
  'finish-exit': IconFileText,
  'permit-ending': IconId,
  'permit-decision': IconId,
  'lead-waiting': IconSend,
  'decision-waiting': IconMessageCheck,
  'piece-to-check': IconFileText,
  'pieces-to-call-for': IconClockExclamation,
  'welcome-to-finish': IconClockExclamation,
  'associate-due': IconCalendarDue,
  'trial-ending': IconCalendarDue,
  'interview-due': IconCalendarDue,
  'interview-overdue': IconCalendarDue,
  'interview-to-record': IconMessageCheck,
  'interview-report-to-send': IconSend,
  'session-disputed': IconHeartHandshake,
}
