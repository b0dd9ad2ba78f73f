import sharp from 'sharp'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { sha256 } from '../../platform/secrets.ts'
import type { SafeFile } from '../../platform/uploads/inspect-upload.ts'

/** Twice what a letterhead shows at 300 points an inch. */
const MOST = { width: 1_000, height: 400 } as const
/** One of the two fills the room of the letterhead at 72 points an inch: with less, squares are seen. */
const LEAST = { width: 127, height: 48 } as const
/** With fewer points on its other side, a picture is a line. */
const THINNEST = 16
/** Paper is white: what is everywhere lighter than this is not seen on it. */
const LIGHTEST = 235

/** The picture at the head of the documents to come. What was issued keeps the one of its day. */
export const changeLogo = mutation<{ file: SafeFile }, void>({
  access: 'cooperative.settings',
  async run(tx, ctx, { file }) {
    // The words of an upload would ask for a photo or a PDF.
    if (file.mediaType !== 'image/jpeg') throw refused('logo-kind')
    const { data, info } = await sharp(file.bytes)
      .resize({ ...MOST, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 90 })
      .toBuffer({ resolveWithObject: true })
    if (isTooSmall(info)) throw refused('logo-too-small')
    if (await isWhite(data)) throw refused('logo-white')
    await keepLogo(tx, ctx, { jpeg: data, width: info.width, height: info.height })
    return {
      value: undefined,
      audit: [
        {
          action: 'cooperative.logo-changed',
          entity: { kind: 'cooperative', id: ctx.cooperativeId },
          after: { sha256: sha256(data).toString('hex') },
        },
      ],
    }
  },
})

function refused(code: string): ProblemError {
  return new ProblemError('request-invalid', undefined, [{ pointer: '/body', code }])
}

function isTooSmall({ width, height }: { width: number; height: number }): boolean {
  const isSharp = width >= LEAST.width || height >= LEAST.height
  return !isSharp || Math.min(width, height) < THINNEST
}

/** White letters without a ground, as for the top of a dark site: the paper would show nothing. */
async function isWhite(picture: Buffer): Promise<boolean> {
  const { channels } = await sharp(picture).stats()
  return channels.every(({ min }) => min > LIGHTEST)
}

/** Certificates to come have the name alone again. */
export const removeLogo = mutation<object, void>({
  access: 'cooperative.settings',
  async run(tx, ctx) {
    await keepLogo(tx, ctx, { jpeg: null, width: 0, height: 0 })
    const entity = { kind: 'cooperative', id: ctx.cooperativeId }
    return { value: undefined, audit: [{ action: 'cooperative.logo-removed', entity }] }
  },
})

async function keepLogo(
  tx: Tx,
  ctx: Context,
  logo: { jpeg: Buffer | null; width: number; height: number },
): Promise<void> {
  const row = { ...logo, changedAt: ctx.now, changedBy: userIdOf(ctx) }
  await tx
    .insertInto('cooperativeLogo')
    .values({ cooperativeId: ctx.cooperativeId, ...row })
    .onConflict((conflict) => conflict.column('cooperativeId').doUpdateSet(row))
    .execute()
}

/** The picture as it is printed; 404 without one. */
export async function logoFile(tx: Tx, { cooperativeId }: Context): Promise<FileAnswer> {
  const row = await tx
    .selectFrom('cooperativeLogo')
    .select('jpeg')
    .where('cooperativeId', '=', cooperativeId)
    .executeTakeFirst()
  const bytes = found(row?.jpeg)
  return { mediaType: 'image/jpeg', fileName: 'logo.jpg', bytes, isInline: true }
}
