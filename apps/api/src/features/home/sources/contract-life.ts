import { SURVEY_CALL_AFTER_DAYS } from '@terreau/domain/contracts/exit-survey'
import { EXIT_CERTIFICATES, EXIT_STEPS, exitSteps } from '@terreau/domain/contracts/exits'
import { addDays, addMonthsClamped, type LocalDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { zoneOf } from '../../../platform/db/transaction.ts'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

const DEFAULT_ALERT_DAYS = '3'
/** Code du travail, R1221-4: the hire is declared within the eight days before it. */
const HIRE_WINDOW_DAYS = 8
/** Code du travail, R1221-26: a line is kept five years after the departure. */
const REGISTER_MONTHS = 60

/**
 * URSSAF or France Travail was not told of a CAPE yet (R5142-1). One row for each event, from the clocks that
 * are kept of it: contracts whose notices have left are not read again. An imported CAPE was told elsewhere.
 */
export const pendingNotices: WorkSource = {
  kinds: ['send-notice'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('send-notice'),
    targetId: sql`c.id::text || ':' || e.event`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`e.since + coalesce((select x.value from terreau.cooperative_setting x
      where x.cooperative_id = ${cooperativeId} and x.key = 'notice_alert_days'
        and x.valid_from <= ${today}::date order by x.valid_from desc limit 1), ${DEFAULT_ALERT_DAYS})::integer`,
    consequence: consequenceOf('legal-deadline'),
    article: sql`'C. trav. R5142-1'`,
    from: sql`terreau.legal_clock k
      join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id
      left join terreau.contract_exit x on x.cooperative_id = c.cooperative_id and x.contract_id = c.id
      cross join lateral (
        select case when k.clock ->> 'event' = 'early-end' then 'early_end'
                    when c.sequence = 0 then 'conclusion' else 'renewal' end as event,
               case k.clock ->> 'event' when 'early-end'
                 then (x.confirmed_at at time zone ${zoneOf(cooperativeId)})::date else c.concluded_on end as since) e`,
    where: sql`k.cooperative_id = ${cooperativeId} and k.kind = 'cape-notice'
       and c.state = 'active' and e.since is not null
       and not exists (select 1 from terreau.legal_clock o where o.cooperative_id = k.cooperative_id
             and o.person_id = k.person_id and o.n < k.n and o.kind = k.kind
             and o.contract_id = k.contract_id and o.clock ->> 'event' = k.clock ->> 'event')`,
    orderBy: sql`k.ends_on, k.person_id, k.n`,
  }),
}

/** A CESA whose hire was not declared yet, from the first day on which it may be (R1221-4). */
export const undeclaredHires: WorkSource = {
  kinds: ['declare-hire'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('declare-hire'),
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`c.starts_on - 1`,
    consequence: consequenceOf('legal-deadline'),
    article: sql`'C. trav. R1221-4'`,
    from: sql`terreau.contract c`,
    where: sql`c.cooperative_id = ${cooperativeId} and c.kind = 'CESA'
       and (c.state in ('to_sign', 'signed') or (c.state = 'active' and c.concluded_on is not null))
       and c.starts_on <= ${addDays(today, HIRE_WINDOW_DAYS)}::date
       and not exists (select 1 from terreau.contract_hire_declaration h
             where h.cooperative_id = c.cooperative_id and h.contract_id = c.id)`,
    orderBy: sql`c.starts_on, c.id`,
  }),
}

/**
 * The next hire to write in the register of the staff (L1221-13): a CESA that has begun, of somebody who left
 * less than five years ago at most (R1221-26). One row, since lines are written in the order of the hires and
 * only that one can be; the next follows it.
 */
export const nextHireToRegister: WorkSource = {
  kinds: ['register-hire'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('register-hire'),
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`c.starts_on`,
    consequence: consequenceOf('legal-deadline'),
    article: sql`'C. trav. L1221-13'`,
    from: sql`(select o.id, o.person_id, o.activity_id, o.starts_on from terreau.contract o
        join terreau.person p on p.cooperative_id = o.cooperative_id and p.id = o.person_id
       where o.cooperative_id = ${cooperativeId} and o.kind = 'CESA' and o.state = 'active'
         and p.erased_n is null and o.starts_on <= ${today}::date
         and (o.ends_on is null or o.ends_on > ${addMonthsClamped(today, -REGISTER_MONTHS)}::date)
         and not exists (select 1 from terreau.staff_register_entry e
               where e.cooperative_id = o.cooperative_id and e.contract_id = o.id)
       order by o.starts_on, o.id limit 1) c`,
    where: sql`true`,
    orderBy: sql`c.starts_on, c.id`,
  }),
}

/**
 * A CESA that has ended by law without an associate, and whose end nobody confirmed (L7331-3). One that was
 * imported is among them: either it has ended, or nobody wrote here when the person became associate.
 */
export const endedByLaw: WorkSource = {
  kinds: ['confirm-end-by-law'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('confirm-end-by-law'),
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`k.ends_on`,
    consequence: consequenceOf('legal-deadline'),
    article: sql`'C. trav. L7331-3'`,
    from: sql`terreau.legal_clock k
      join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id`,
    where: sql`k.cooperative_id = ${cooperativeId} and k.kind = 'associate-deadline'
       and k.ends_on < ${today}::date and c.state = 'active'
       and not exists (select 1 from terreau.contract_exit x
             where x.cooperative_id = c.cooperative_id and x.contract_id = c.id)`,
    orderBy: sql`k.ends_on, k.person_id, k.n`,
  }),
}

/** Kind of certificate and the step of an exit that issuing it does. */
const CERTIFICATE_STEPS = sql.join(
  Object.entries(EXIT_CERTIFICATES).map(([step, kind]) => sql`(${kind}::text, ${step}::text)`),
)

/** An exit with something left to tick or a paper left to hand over or to issue. */
export const openExits: WorkSource = {
  kinds: ['finish-exit'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('finish-exit'),
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`x.effective_on`,
    consequence: consequenceOf('certificate-waits'),
    from: sql`terreau.contract_exit x
      join terreau.contract c on c.cooperative_id = x.cooperative_id and c.id = x.contract_id`,
    where: sql`x.cooperative_id = ${cooperativeId} and x.effective_on <= ${today}::date
       and (select count(distinct done.step) from (
             select s.step from terreau.contract_exit_step s
              where s.cooperative_id = x.cooperative_id and s.contract_id = x.contract_id
             union all
             select k.step from terreau.attestation a
               join (values ${CERTIFICATE_STEPS}) as k(kind, step) on k.kind = a.kind
              where a.cooperative_id = x.cooperative_id and a.contract_id = x.contract_id
                and not exists (select 1 from terreau.attestation_ended r
                      where r.cooperative_id = a.cooperative_id and r.attestation_id = a.id)) done)
           < case when c.kind = 'CESA' then ${stepsOf(today, 'CESA', 'resignation')}::integer
                  when x.reason = 'to_cesa' then ${stepsOf(today, 'CAPE', 'to_cesa')}::integer
                  else ${stepsOf(today, 'CAPE', 'term_reached')}::integer end`,
    orderBy: sql`x.effective_on, c.id`,
  }),
}

/** How many steps of an exit somebody ticks or brings a paper for; the others derive from state. */
function stepsOf(
  on: LocalDate,
  kind: 'CAPE' | 'CESA',
  reason: 'resignation' | 'to_cesa' | 'term_reached',
): number {
  const steps = exitSteps({ kind, reason, effectiveOn: on, termOn: on })
  return steps.filter((step) => EXIT_STEPS[step].nature !== 'derived').length
}

/**
 * Somebody who left and is to be asked by phone what became of them: no mail could be sent, or it was not
 * answered. One call, never an obligation, so it leaves by itself when the questions close.
 */
export const surveysToCallFor: WorkSource = {
  kinds: ['exit-survey-call'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('exit-survey-call'),
    targetId: sql`s.contract_id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`s.closes_on - 1`,
    consequence: consequenceOf('courtesy'),
    from: sql`terreau.exit_survey s
      join terreau.contract c on c.cooperative_id = s.cooperative_id and c.id = s.contract_id
      join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id`,
    where: sql`s.cooperative_id = ${cooperativeId} and s.closes_on > ${today}::date and p.erased_n is null
       and (not s.was_mailed or s.asked_on <= ${addDays(today, -SURVEY_CALL_AFTER_DAYS)}::date)
       and not exists (select 1 from terreau.exit_survey_answer a
             where a.cooperative_id = s.cooperative_id and a.survey_id = s.id)`,
    orderBy: sql`s.closes_on, s.contract_id`,
  }),
}
