import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { root } from './programs.ts'

/** JavaScript that a phone page may fetch, in bytes of gzip. */
const PAGE_BYTES_MAX = 95_000

const dist = join(root, 'apps/web/dist')
const source = join(root, 'apps/web/src')

type Chunk = { file: string; imports?: string[] }
type Manifest = Record<string, Chunk>
type Route = { path: string; page: string; words: string[] }

export interface Weight {
  path: string
  bytes: number
  bytesMax: number
}

/**
 * What each phone page weighs when it is opened directly, every screen of a declaration too, in the bytes
 * that the server sends to a browser which reads gzip alone: the shell, the file of the page with all it
 * imports, and the words it shows, in the heavier of the two languages. Today's browsers fetch an eighth
 * less, in Brotli.
 */
export function phoneWeights(): Weight[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const shell = shellChunks(manifest)
  const sizes = new Map<string, number>()
  const heaviest = (needed: string[], words: string[]) =>
    Math.max(
      ...(['fr', 'en'] as const).map((language) =>
        [...closure(manifest, [...shell, ...needed, ...wordChunks(manifest, language, words)])]
          .map((key) => gzipOf(chunkOf(manifest, key).file, sizes))
          .reduce((sum, size) => sum + size, 0),
      ),
    )
  return phoneRoutes().flatMap(({ path, page, words }) => [
    { path, bytes: heaviest([page], words), bytesMax: PAGE_BYTES_MAX },
    ...laterScreens(page).map((screen) => ({
      path: `${path} (${basename(screen.file)})`,
      bytes: heaviest([page, screen.file], [...words, ...screen.words]),
      bytesMax: PAGE_BYTES_MAX,
    })),
  ])
}

/** The pages that show more once they are there, and the file of each that fetches it. */
const FETCHES: Record<string, string> = {
  'wizard.tsx': 'step.tsx',
  'sent-page.tsx': 'question-thread.tsx',
}

/** The screens that a page fetches after its first one, with their words. */
function laterScreens(page: string): { file: string; words: string[] }[] {
  const fetches = FETCHES[basename(page)]
  if (fetches === undefined) return []
  const folder = dirname(page)
  const step = join(source, '..', folder, fetches)
  const [, ...screens] = readFileSync(step, 'utf8').split(/(?=\bimport\('\.\/)/)
  if (screens.length === 0) throw new Error(`${step} fetches no screen`)
  return screens.map((screen) => {
    const [, file, words] = /^import\('\.\/([^']+)'\)[^[]*?\[([^\]]*)\]/.exec(screen) ?? []
    if (!file || words === undefined)
      throw new Error(`a screen of ${step} cannot be read: ${screen}`)
    return { file: `${folder}/${file}`, words: quoted(words) }
  })
}

/** The scripts that the page of the shell names itself. */
function shellChunks(manifest: Manifest): string[] {
  const html = readFileSync(join(dist, 'phone.html'), 'utf8')
  const files = new Set([...html.matchAll(/src="\/([^"]+\.js)"/g)].map((match) => match[1]))
  const keys = Object.keys(manifest).filter((key) => files.has(manifest[key]?.file))
  if (keys.length === 0) throw new Error('phone.html names no script of the manifest')
  return keys
}

/** Every page of the lists of the features, with its own words and those of its feature. */
function phoneRoutes(): Route[] {
  const shared = wordsOfFeatures(readFileSync(join(source, 'app/phone-router.tsx'), 'utf8'))
  return readdirSync(join(source, 'features')).flatMap((feature) => {
    const file = join(source, 'features', feature, 'phone-routes.tsx')
    const entries = existsSync(file) ? readFileSync(file, 'utf8').split(/(?=\bpath: ')/) : []
    const ofFeature = shared.get(feature)
    if (entries.length > 0 && !ofFeature) throw new Error(`the router lacks ${feature}`)
    return entries.slice(1).map((entry) => readRoute(entry, feature, ofFeature ?? []))
  })
}

/** The words that all pages of a feature show, by the folder of the feature. */
function wordsOfFeatures(router: string): Map<string, string[]> {
  const lists = [...router.matchAll(/\[\s*(\w+),\s*\[([^\]]*)\],?\s*\]/g)]
  const words = new Map(lists.map(([, name = '', parts = '']) => [name, quoted(parts)]))
  const imports = router.matchAll(/phoneRoutes as (\w+) \} from '\.\.\/features\/([\w-]+)\//g)
  return new Map(
    [...imports].flatMap(([, name = '', folder = '']) => {
      const parts = words.get(name)
      return parts ? [[folder, parts] as const] : []
    }),
  )
}

function readRoute(entry: string, feature: string, shared: string[]): Route {
  const path = /^path: '([^']+)'/.exec(entry)?.[1]
  const page = /import\('\.\/([^']+)'\)/.exec(entry)?.[1]
  if (!path || !page) throw new Error(`a phone route of ${feature} cannot be read: ${entry}`)
  const own = quoted(/words: \[([^\]]*)\]/.exec(entry)?.[1] ?? '')
  return { path, page: `src/features/${feature}/${page}`, words: [...shared, ...own] }
}

/** The French words of every page come inside the shell; English fetches its own. */
function wordChunks(manifest: Manifest, language: 'fr' | 'en', parts: string[]): string[] {
  return (language === 'fr' ? parts : ['common', ...parts]).map((part) => {
    const name = part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const key = Object.keys(manifest).find((k) => k.endsWith(`i18n/src/${language}/${name}.ts`))
    if (key === undefined) throw new Error(`the build has no ${language} words for ${part}`)
    return key
  })
}

function closure(manifest: Manifest, keys: string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    closure(manifest, chunkOf(manifest, key).imports ?? [], seen)
  }
  return seen
}

function chunkOf(manifest: Manifest, key: string): Chunk {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`the build has no file for ${key}`)
  return chunk
}

/** As the build wrote it beside the file: what `static-web.ts` sends. */
function gzipOf(file: string, sizes: Map<string, number>): number {
  const size = sizes.get(file) ?? statSync(join(dist, `${file}.gz`)).size
  sizes.set(file, size)
  return size
}

function quoted(list: string): string[] {
  return [...list.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '')
}
