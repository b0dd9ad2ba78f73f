import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import zopfli from '@gfx/zopfli'
import type { Plugin } from 'vite'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)
const TEXT = /\.(js|css)$/

/** Scripts from this size on are worth the time that Zopfli takes: a page of the phone adds a dozen small ones. */
const ZOPFLI_BYTES_MIN = 500

interface Options {
  /** The environments whose scripts go through Zopfli: those that are fetched over a phone's network. */
  zopfliFor: readonly string[]
}

/**
 * Puts beside each script and style sheet the same file compressed once, when it is built: as hard as Brotli
 * can, an eighth less to fetch than gzip; and in gzip, which every browser and every proxy reads.
 */
export function precompressed({ zopfliFor }: Options): Plugin {
  return {
    name: 'terreau-precompressed',
    // What was written, because other plugins change files until the last moment.
    async writeBundle({ dir = '' }, bundle) {
      const isHard = zopfliFor.includes(this.environment.name)
      const files = Object.keys(bundle).filter((name) => TEXT.test(name))
      await Promise.all(files.map((name) => writeCompressed(join(dir, name), isHard)))
    },
  }
}

async function writeCompressed(path: string, isHard: boolean): Promise<void> {
  const bytes = await readFile(path)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  await writeFile(`${path}.br`, await brotliAsync(bytes, { params }))
  const zipped =
    isHard && bytes.length >= ZOPFLI_BYTES_MIN
      ? await zopfli.gzipAsync(bytes, { numiterations: 5 })
      : await gzipAsync(bytes, { level: constants.Z_BEST_COMPRESSION })
  await writeFile(`${path}.gz`, zipped)
}
