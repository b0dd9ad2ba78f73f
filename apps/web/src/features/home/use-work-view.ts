import { WORK_TOPICS, type WorkTopic } from '@terreau/domain/work-queue/work-kinds'
import { useSearchParams } from 'wouter'
import type { QueueFilter } from './queries.ts'

export interface WorkView {
  topic: WorkTopic | null
  isSnoozed: boolean
  /** 'me', the id of a colleague, or '' for everybody. */
  inCharge: string
  /** One thing at a time. */
  isFocus: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What the address asks for: `?type=contracts&vue=aside&charge=moi&mode=file`. */
export function useWorkView(): WorkView {
  const [params] = useSearchParams()
  const charge = params.get('charge') ?? ''
  return {
    topic: WORK_TOPICS.find((name) => name === params.get('type')) ?? null,
    isSnoozed: params.get('vue') === 'aside',
    inCharge: charge === 'moi' ? 'me' : UUID.test(charge) ? charge : '',
    isFocus: params.get('mode') === 'file',
  }
}

/** The same view at another address. */
export function viewHref(view: WorkView): string {
  const params = new URLSearchParams()
  if (view.topic !== null) params.set('type', view.topic)
  if (view.isSnoozed) params.set('vue', 'aside')
  if (view.inCharge !== '') params.set('charge', view.inCharge === 'me' ? 'moi' : view.inCharge)
  if (view.isFocus) params.set('mode', 'file')
  const query = params.toString()
  return query === '' ? '/gestion' : `/gestion?${query}`
}

/** What the server is asked for. */
export function filterOf({ topic, isSnoozed, inCharge }: WorkView): QueueFilter {
  return {
    view: isSnoozed ? 'snoozed' : 'waiting',
    ...(topic === null ? {} : { topic }),
    ...(inCharge === '' ? {} : { inCharge }),
  }
}
