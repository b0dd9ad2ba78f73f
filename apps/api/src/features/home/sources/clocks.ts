import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/**
 * Legal dates that have reached their first alert and are still ahead. Notices and hires are sources of
 * their own, and so is a contract that has ended by law.
 */
export const alertingClocks: WorkSource = {
  kinds: ['associate-due', 'trial-ending'],
  rows: ({ cooperativeId, today }) => ({
    kind: sql`case k.kind when 'trial' then 'trial-ending' else 'associate-due' end`,
    targetId: sql`k.contract_id::text`,
    personId: sql`k.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`k.ends_on`,
    consequence: consequenceOf('legal-deadline'),
    article: sql`k.clock ->> 'article'`,
    from: sql`terreau.legal_clock k
      join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id`,
    where: sql`k.cooperative_id = ${cooperativeId}
       and k.kind in ('associate-deadline', 'trial')
       and k.ends_on >= ${today}::date and k.alert_from <= ${today}::date`,
    orderBy: sql`k.ends_on, k.person_id, k.n`,
  }),
}

/** The balance of variable pay after an assembly, from its first alert until somebody writes that it was paid. */
export const variablePayDue: WorkSource = {
  kinds: ['variable-pay-due'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('variable-pay-due'),
    targetId: sql`k.contract_id::text || ':' || (k.clock ->> 'startsOn')`,
    personId: sql`k.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`k.ends_on`,
    consequence: consequenceOf('blocks-pay'),
    article: sql`k.clock ->> 'article'`,
    from: sql`terreau.legal_clock k
      join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id`,
    where: sql`k.cooperative_id = ${cooperativeId} and k.kind = 'variable-pay'
       and k.alert_from <= ${today}::date`,
    orderBy: sql`k.ends_on, k.person_id, k.n`,
  }),
}
