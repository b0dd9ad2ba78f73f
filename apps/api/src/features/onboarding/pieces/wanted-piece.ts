import type { LocalDate } from '@terreau/domain/time/local-date'
import { type RawBuilder, sql } from 'kysely'

/** Whether the person is to send a piece: `isPieceWanted` of the domain, as SQL over many. */
export function isWantedPiece(piece: RawBuilder<unknown>, today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`(${piece}.state in ('asked', 'refused')
    or (${piece}.state = 'accepted' and ${piece}.renewal_received_at is null and ${piece}.expires_on is not null
        and (${piece}.refusal is not null or ${piece}.expires_on < ${today}::date)))`
}
