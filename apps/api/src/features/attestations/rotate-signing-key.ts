import { mutation } from '../../platform/mutation.ts'
import { type KeyPurpose, newKey, resealKeys, retireKey } from './signing-keys.ts'

/**
 * Signs with a new key from now on. What the old one signed stays true and checkable. A key that somebody
 * else may have is no longer published: what it signed is then true by its code only.
 */
export const rotateSigningKey = mutation<{ purpose: KeyPurpose; isLeaked: boolean }, void>({
  access: 'cooperative.settings',
  async run(tx, ctx, { purpose, isLeaked }) {
    await retireKey(tx, ctx, purpose, { isLeaked })
    const { id } = await newKey(tx, ctx, purpose)
    return {
      value: undefined,
      audit: [
        {
          action: 'attestation-key.rotated',
          entity: { kind: 'cooperative', id: ctx.cooperativeId },
          after: { purpose, isLeaked, keyId: id },
        },
      ],
    }
  },
})

/** After a rotation of the encryption keys: the private keys are sealed with the newest one. */
export const resealSigningKeys = mutation<undefined, number>({
  access: 'system',
  async run(tx, ctx) {
    return { value: await resealKeys(tx, ctx), audit: 'unchanged' }
  },
})
