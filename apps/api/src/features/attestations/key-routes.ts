import { attestationKeysEndpoints } from '@terreau/protocol/attestation-keys'
import { inTransaction } from '../../platform/db/transaction.ts'
import { mount, type Router } from '../../platform/http/mount.ts'
import { giveCertificate } from './give-certificate.ts'
import { keysView } from './key-views.ts'
import { allKeys } from './published-keys.ts'
import { rotateSigningKey } from './rotate-signing-key.ts'

const [list, rotation, certificate] = attestationKeysEndpoints

/** Where anybody reads the public keys of one legal entity, as RFC 8615 asks: a JWK set (RFC 7517). */
const PUBLISHED = '/.well-known/attestation-keys'

export function mountAttestationKeys(router: Router): void {
  const { app, services } = router
  app.get(`${PUBLISHED}/:siren`, async (c) => {
    c.get('logFacts').route = `GET ${PUBLISHED}/:siren`
    const siren = c.req.param('siren')
    const keys = await inTransaction(services.db, (tx) => allKeys(tx, siren))
    const headers = { 'Content-Type': 'application/jwk-set+json' }
    return c.body(JSON.stringify({ keys }, null, 2), keys.length > 0 ? 200 : 404, headers)
  })
  mount(router, list, ({ tx, ctx }) => keysView(tx, ctx, PUBLISHED))
  mount(router, rotation, ({ ctx, body }) => rotateSigningKey(ctx, body))
  mount(router, certificate, ({ ctx, body }) => giveCertificate(ctx, body))
}
