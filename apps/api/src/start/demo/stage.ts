import type { Said } from '@terreau/db/start-error'
import type { Actor, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { attachTransaction } from '../../platform/mutation.ts'
import type { Calendar, Moment } from './calendar.ts'
import type { SchemeKey, StaffRole } from './cooperative-data.ts'
import type { DemoPerson } from './people-data.ts'

/** Somebody whose file was opened in the demonstration. */
export interface Played {
  person: DemoPerson
  personId: string
  activityId: string
  actor: Actor
}

/** Where the demonstration is played: one transaction, and what was made so far. */
export interface Stage {
  tx: Tx
  /** What every context starts from; its actor is the command itself. */
  command: Context
  calendar: Calendar
  staff: Map<StaffRole, Actor>
  schemes: Map<SchemeKey, string>
  people: Map<string, Played>
  say(line: Said): void
}

/** Something that happens in the demonstration. Scenes are played in the order of their instants. */
export interface Scene {
  at: Moment
  play(stage: Stage, at: Moment): Promise<unknown>
}

/** The context of somebody who acts at a moment: the verbs see the day, the instant and the person. */
export function as(stage: Stage, actor: Actor, at: Moment, ifMatch?: number): Context {
  const { command, tx } = stage
  return attachTransaction({ ...command, actor, today: at.today, now: at.now, ifMatch }, tx)
}

/** The same, for the command: what the cooperative brought in on paper. */
export function asCommand(stage: Stage, at: Moment): Context {
  return as(stage, stage.command.actor, at)
}

export function asStaff(stage: Stage, role: StaffRole, at: Moment, ifMatch?: number): Context {
  const actor = stage.staff.get(role)
  if (actor === undefined) throw new Error(`nobody plays ${role} yet`)
  return as(stage, actor, at, ifMatch)
}

export function played(stage: Stage, key: string): Played {
  const found = stage.people.get(key)
  if (found === undefined) throw new Error(`the file of ${key} is not open yet`)
  return found
}

export function schemeId(stage: Stage, key: SchemeKey): string {
  const id = stage.schemes.get(key)
  if (id === undefined) throw new Error(`scheme ${key} is not voted yet`)
  return id
}

/** Plays scenes one after the other; scenes of one instant keep the order they were written in. */
export async function playAll(stage: Stage, scenes: readonly Scene[]): Promise<void> {
  const inOrder = scenes.toSorted((left, right) => left.at.now.getTime() - right.at.now.getTime())
  for (const scene of inOrder) await scene.play(stage, scene.at)
}
