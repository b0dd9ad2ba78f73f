import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp } from './test-app.ts'

/** A badge of a tutor of the neighbour, another that was taken back, and a role in a structure. */
export async function insertTutorBadges(
  test: TestApp,
  of: { cooperativeId: string; personId: string; userId: string; hostId: string },
): Promise<string> {
  const keyId = randomUUID().slice(0, 10)
  const [id, revoked] = [randomUUID(), randomUUID()]
  await queryAsOwner(
    test,
    `insert into terreau.attestation_key (cooperative_id, id, purpose, origin, public_jwk, private_sealed, created_by, retired_on, retired_by)
     values ($1, $2, 'facts', 'made', '{"kty":"OKP","crv":"Ed25519","x":"AA"}', 'sealed', 'test', '2026-10-01', 'test')`,
    [of.cooperativeId, keyId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutor_badge (cooperative_id, id, person_id, threshold_minutes, n, approved_minutes, first_on, last_on,
       people_helped, status_index, code, key_id, credential, issued_by)
     values ($1, $2, $4, 600, 2, 620, '2026-09-01', '2026-10-01', 1, 7, 'code-1', $5, 'a.b.c', $6),
            ($1, $3, $4, 600, 1, 620, '2026-09-01', '2026-10-01', 1, 8, 'code-2', $5, 'a.b.c', $6)`,
    [of.cooperativeId, id, revoked, of.personId, keyId, of.userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutor_badge_revocation (cooperative_id, badge_id, reason, revoked_by) values ($1, $2, 'erreur', $3)`,
    [of.cooperativeId, revoked, of.userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.host_engagement (cooperative_id, host_id, version, recorded_by) values ($1, $2, 1, $3)`,
    [of.cooperativeId, of.hostId, of.userId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.engagement_role (cooperative_id, person_id, host_id, year, version, role, recorded_by)
     values ($1, $2, $3, 2026, 1, 'board', $4)`,
    [of.cooperativeId, of.personId, of.hostId, of.userId],
  )
  return id
}
