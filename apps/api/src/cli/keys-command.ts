import { commandLineWords } from '@terreau/i18n/command-line'
import { sql } from 'kysely'
import { resealSigningKeys } from '../features/attestations/rotate-signing-key.ts'
import { beginKeyRotation, resealNumbers } from '../features/right-to-work/rotate-numbers.ts'
import { actAs } from '../platform/mutation.ts'
import type { Services } from '../platform/services.ts'
import { type Command, UsageError } from './command.ts'
import { openForCommand } from './open-for-command.ts'
import { readOptions } from './options.ts'

const ACTOR = { kind: 'cli', name: 'keys' } as const

/** `keys rotate`: a new key of the installation and of each cooperative, while the product serves. */
export const keysCommand: Command = {
  name: 'keys',
  async run(call) {
    const { positionals } = readOptions(call, {})
    const { out, locale } = call
    const words = commandLineWords(locale)
    if (positionals.length !== 1 || positionals[0] !== 'rotate')
      throw new UsageError(words('keys.actWanted'))
    const installation = await openForCommand(call)
    try {
      const { cooperatives, numbers } = await rotateKeys(installation.services)
      out.print(words('keys.rotated', { cooperatives, numbers }))
      return 0
    } finally {
      await installation.close()
    }
  },
}

/** Batch by batch, so that nobody who works waits; a rotation that stops half-way is simply run again. */
export async function rotateKeys(
  services: Services,
): Promise<{ cooperatives: number; numbers: number }> {
  services.secrets.addKey()
  const { rows } = await sql<{ id: string }>`
    select id from terreau.cooperative_ids() as id`.execute(services.db)
  let numbers = 0
  for (const { id: cooperativeId } of rows) {
    const who = { actor: ACTOR, cooperativeId, requestId: 'keys-rotate' }
    const { keyId } = await actAs(services, who, (ctx) => beginKeyRotation(ctx, undefined))
    for (;;) {
      const done = await actAs(services, who, (ctx) => resealNumbers(ctx, { keyId }))
      if (done === 0) break
      numbers += done
    }
    await actAs(services, who, (ctx) => resealSigningKeys(ctx, undefined))
  }
  return { cooperatives: rows.length, numbers }
}
