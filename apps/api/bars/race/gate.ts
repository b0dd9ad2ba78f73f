import pg from 'pg'
import type { TestApp } from '../../test/test-app.ts'
import { pause } from '../bar.ts'

/** Acts that can be stopped in mid-air, by their word in the journal. */
const ACTS = ['declaration.acceptance-undone', 'declaration.submitted'] as const

/** Advisory locks of the gate, apart from those of the product. */
const GATE = 7_110

const LONGEST_MS = 20_000

/**
 * A place where an act has looked at everything, has written everything and is not committed yet: just
 * before its line of the journal. While the gate is shut, the first act of each kind stands there and the
 * others pass. A race is then a matter of order, not of luck.
 */
export interface Gate {
  shut(): Promise<void>
  open(): Promise<void>
  /** Returns when one act of each kind stands at the gate. */
  whenHeld(): Promise<void>
  /** Returns when somebody waits to have a month alone, or when `isOver` says that nobody had to. */
  whenWaiting(isOver: () => boolean): Promise<void>
  close(): Promise<void>
}

export async function buildGate(test: TestApp): Promise<Gate> {
  const owner = new pg.Client({ connectionString: test.urls.ownerUrl })
  await owner.connect()
  await owner.query(
    `create schema bar;
     create table bar.shut (action text primary key);
     create function bar.hold() returns trigger language plpgsql security definer as $$
     begin
       if exists (select from bar.shut s where s.action = new.action)
          and pg_try_advisory_xact_lock(${GATE}, hashtext(new.action)) then
         while exists (select from bar.shut s where s.action = new.action) loop
           perform pg_sleep(0.005);
         end loop;
       end if;
       return new;
     end $$;
     create trigger bar_hold before insert on terreau.audit_entry for each row execute function bar.hold()`,
  )
  /** Locks that are taken, or waited for, alone. */
  const until = async (where: string, count: number, isOver = (): boolean => false) => {
    for (const since = performance.now(); performance.now() - since < LONGEST_MS; await pause(5)) {
      if (isOver()) return
      const { rows } = await owner.query(
        `select 1 from pg_locks
          where locktype = 'advisory' and mode = 'ExclusiveLock' and ${where}
            and database = (select oid from pg_database where datname = current_database())`,
      )
      if (rows.length >= count) return
    }
    throw new Error('the race did not come about')
  }
  return {
    async shut() {
      await owner.query('insert into bar.shut select unnest($1::text[])', [ACTS])
    },
    async open() {
      await owner.query('delete from bar.shut')
    },
    whenHeld: () => until(`granted and classid = ${GATE}`, ACTS.length),
    whenWaiting: (isOver) => until('not granted', 1, isOver),
    close: () => owner.end(),
  }
}
