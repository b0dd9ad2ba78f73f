import pg from 'pg'

/** Chosen at random once: advisory locks of ours that say "these jobs have a living worker". */
const PRESENCE = 723_199
const SWEEP_MS = 10_000

/**
 * A process that is killed leaves its running jobs locked, and the queue gives them to nobody for four hours:
 * a code to sign in would arrive the next day. So each process says that it lives by a lock of the database,
 * which ends with its connection, and at the start and every ten seconds the jobs of those who no longer hold
 * theirs are given back.
 */
export class LeftBehind {
  readonly #url: string
  readonly #options: string
  #workerPool = ''
  #client: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #working: Promise<void> = Promise.resolve()

  constructor(owner: { url: string; role: string }) {
    this.#url = owner.url
    this.#options = `-c role=${owner.role}`
  }

  /** `workerPool`: the name under which this process locks jobs from now on. */
  watchFor(workerPool: string): void {
    clearInterval(this.#timer)
    const look = (): void => {
      this.#working = this.#working.then(() => this.#look()).catch(() => this.#forget())
    }
    this.#working = this.#working.then(() => this.#forget())
    this.#workerPool = workerPool
    look()
    this.#timer = setInterval(look, SWEEP_MS)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#working
    await this.#forget()
  }

  async #look(): Promise<void> {
    const client = this.#client ?? (await this.#connect())
    await client.query(GIVE_BACK, [PRESENCE])
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      options: this.#options,
      // A server that accepts and says nothing would keep what is left behind for ever.
      connectionTimeoutMillis: SWEEP_MS,
    })
    client.on('error', () => void this.#forget())
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [
      PRESENCE,
      this.#workerPool,
    ])
    this.#client = client
    return client
  }

  /** The connection is gone, and the lock with it: the next look makes both anew. */
  async #forget(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => undefined)
  }
}

/** A job taken this very second may belong to a process that has not said yet that it lives. */
const GIVE_BACK = `
  select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from (select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
          union all
          select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null) taken
   where locked_at < now() - interval '2 seconds'
     and not exists (
       select 1 from pg_locks l
        where l.locktype = 'advisory' and l.granted and l.classid = $1::integer::oid
          and l.database = (select oid from pg_database where datname = current_database())
          and l.objid = (hashtext(locked_by)::bigint & 4294967295)::oid)`
