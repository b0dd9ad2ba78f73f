import type { LocalDate } from '@terreau/domain/time/local-date'
import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from './db/client.ts'
import type { LiveEvents } from './live-events.ts'
import type { Mailer } from './mail/mailer.ts'
import type { PdfRenderer } from './pdf/renderer.ts'
import type { SalaryEngine } from './salary/engine.ts'
import type { Scanner } from './scanning/scanner.ts'
import type { Secrets } from './secrets.ts'
import type { SignableKind } from './signable-kind.ts'
import type { Stamper } from './signing/time-stamp.ts'

/** The edges of the product, chosen once in main, worker, cli or a test. */
export interface Services {
  readonly config: Config
  readonly db: Database
  readonly log: Logger
  readonly mailer: Mailer
  readonly pdf: PdfRenderer
  readonly salary: SalaryEngine
  readonly secrets: Secrets
  /** The antivirus; null when none is configured. */
  readonly scanner: Scanner | null
  /** The service that stamps the seals of certificates; null when none is configured. */
  readonly stamper: Stamper | null
  readonly events: LiveEvents
  readonly clock: Clock
  /** What can be signed here, as the features that own the documents say. */
  readonly signableKinds: readonly SignableKind[]
}

/** The only clock. Business dates are those of the cooperative, whatever the machine's zone. */
export interface Clock {
  now(): Date
  today(zone: CooperativeZone): LocalDate
}
