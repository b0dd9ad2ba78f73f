import type { LocalDate } from '../time/local-date.ts'
import type { FactKind } from './facts.ts'
import type { PieceState } from './pieces.ts'

export const TASK_GROUPS = ['know', 'check', 'prepare', 'start'] as const
export type TaskGroup = (typeof TASK_GROUPS)[number]
export const TASK_STATUSES = ['done', 'to-do', 'problem', 'not-yet'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]
/** Why a task cannot be done yet: the task that comes before. */
export const TASK_BLOCKS = [
  'pieces',
  'knowledge',
  'contract-sent',
  'contract-signed',
  'contract-active',
] as const
export type TaskBlock = (typeof TASK_BLOCKS)[number]

export interface Task {
  /** 'identity', a fact, 'piece' with its id, 'contract'… */
  name: TaskName
  /** The piece; null for every other task. */
  pieceId: string | null
  group: TaskGroup
  actor: 'staff' | 'person'
  status: TaskStatus
  block: TaskBlock | null
}

export const TASK_NAMES = [
  'identity',
  'contact',
  'languages',
  'channel',
  'project',
  'project_country',
  'social_status',
  'piece',
  'other_job',
  'referent',
  'activity',
  'first_appointment',
  'contract',
  'sign',
  'countersign',
  'first_declaration',
  'tutor',
] as const
export type TaskName = (typeof TASK_NAMES)[number]

/** What the person does after the questions and the papers, in its order. */
export const OWN_STEPS = ['first_appointment', 'sign', 'first_declaration'] as const

/** What the state of a file says, as far as the welcome needs it. */
export interface WelcomeState {
  isIdentityComplete: boolean
  isReachable: boolean
  facts: ReadonlyMap<FactKind, string>
  pieces: readonly { id: string; state: PieceState; expiresOn: LocalDate | null }[]
  hasReferent: boolean
  hasActivity: boolean
  /** The first appointment with who follows them, as the interviews say: none, planned, held. */
  appointment: 'none' | 'planned' | 'held'
  /** The contract that counts: the furthest one; null when there is none. */
  contract: 'draft' | 'to_sign' | 'signed' | 'active' | null
  hasDeclared: boolean
  hasTutor: boolean
}

/** The facts that the person is asked for, in the order of the questions. */
export const ASKED_FACTS = [
  'languages',
  'channel',
  'project',
  'project_country',
  'social_status',
  'other_job',
] as const satisfies readonly FactKind[]

/**
 * The tasks of a welcome, read from state: nothing here is ticked by hand. Staff and the person see the same
 * list; `actor` says who must act.
 */
export function welcomeTasks(state: WelcomeState, today: LocalDate): Task[] {
  const known: Task[] = [
    task('identity', 'know', 'person', state.isIdentityComplete),
    task('contact', 'know', 'person', state.isReachable),
    ...ASKED_FACTS.map((fact) =>
      task(fact, fact === 'other_job' ? 'check' : 'know', 'person', state.facts.has(fact)),
    ),
  ]
  const pieces = state.pieces
    .filter((piece) => piece.state !== 'waived')
    .map((piece) => pieceTask(piece, today))
  const prepare = prepareTasks(state, { known, pieces })
  const all = [...known, ...pieces, ...prepare, ...startTasks(state)]
  return TASK_GROUPS.flatMap((group) => all.filter((one) => one.group === group))
}

/** Whether everything that must precede a CAPE is there: what we know, the pieces, who follows. */
export function isReadyForContract(tasks: readonly Task[]): boolean {
  const before = tasks.filter(
    (one) => one.group === 'know' || one.group === 'check' || one.name === 'activity',
  )
  return before.every((one) => one.status === 'done')
}

/** How far it is: done tasks out of all. */
export function taskProgress(tasks: readonly Task[]): { done: number; total: number } {
  return { done: tasks.filter((one) => one.status === 'done').length, total: tasks.length }
}

/** The first task that somebody can act on now; null when nothing is left for them. */
export function nextTask(tasks: readonly Task[], actor: Task['actor'] | 'anyone'): Task | null {
  const isOpen = (one: Task) => one.status === 'to-do' || one.status === 'problem'
  return tasks.find((one) => isOpen(one) && (actor === 'anyone' || one.actor === actor)) ?? null
}

function task(name: TaskName, group: TaskGroup, actor: Task['actor'], isDone: boolean): Task {
  return { name, pieceId: null, group, actor, status: isDone ? 'done' : 'to-do', block: null }
}

/** The person sends, staff check; an accepted piece that has expired is a problem again. */
function pieceTask(piece: WelcomeState['pieces'][number], today: LocalDate): Task {
  const base = { name: 'piece', pieceId: piece.id, group: 'check', block: null } as const
  const isExpired = piece.expiresOn !== null && piece.expiresOn < today
  switch (piece.state) {
    case 'accepted':
      return {
        ...base,
        actor: isExpired ? 'staff' : 'person',
        status: isExpired ? 'problem' : 'done',
      }
    case 'received':
      return { ...base, actor: 'staff', status: 'to-do' }
    case 'refused':
      return { ...base, actor: 'person', status: 'problem' }
    default:
      return { ...base, actor: 'person', status: 'to-do' }
  }
}

function prepareTasks(
  state: WelcomeState,
  before: { known: readonly Task[]; pieces: readonly Task[] },
): Task[] {
  const contract = task('contract', 'prepare', 'staff', isPast(state.contract, 'draft'))
  const isOpen = (one: Task) => one.status !== 'done'
  const block = before.known.some(isOpen)
    ? 'knowledge'
    : before.pieces.some(isOpen)
      ? 'pieces'
      : null
  return [
    task('referent', 'prepare', 'staff', state.hasReferent),
    task('activity', 'prepare', 'staff', state.hasActivity),
    appointmentTask(state.appointment),
    contract.status === 'done' || state.contract === 'draft' || block === null
      ? contract
      : notYet(contract, block),
  ]
}

/** Staff plan it, then the person comes. */
function appointmentTask(appointment: WelcomeState['appointment']): Task {
  const actor = appointment === 'none' ? 'staff' : 'person'
  return task('first_appointment', 'prepare', actor, appointment === 'held')
}

function startTasks(state: WelcomeState): Task[] {
  const { contract } = state
  const sign = task('sign', 'start', 'person', isPast(contract, 'to_sign'))
  const countersign = task('countersign', 'start', 'staff', isPast(contract, 'signed'))
  const declare = task('first_declaration', 'start', 'person', state.hasDeclared)
  const hasContract = isPast(contract, 'signed')
  return [
    isPast(contract, 'draft') ? sign : notYet(sign, 'contract-sent'),
    isPast(contract, 'to_sign') ? countersign : notYet(countersign, 'contract-signed'),
    hasContract || state.hasDeclared ? declare : notYet(declare, 'contract-active'),
    task('tutor', 'start', 'staff', state.hasTutor),
  ]
}

function notYet(one: Task, block: TaskBlock): Task {
  return { ...one, status: 'not-yet', block }
}

const STEPS = ['draft', 'to_sign', 'signed', 'active'] as const

function isPast(contract: WelcomeState['contract'], step: (typeof STEPS)[number]): boolean {
  return contract !== null && STEPS.indexOf(contract) > STEPS.indexOf(step)
}
