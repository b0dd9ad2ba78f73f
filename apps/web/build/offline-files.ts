import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

interface Chunk {
  type: 'chunk'
  fileName: string
  name: string
  code: string
  imports: string[]
  dynamicImports: string[]
  moduleIds: string[]
}
type Bundle = Record<string, Chunk | { type: 'asset'; fileName: string }>

/** Tells the service worker which files make the phone pages: all of them in French, none of the staff's. */
export function offlineFiles(): Plugin {
  return {
    name: 'terreau-offline-files',
    // After Vite has thrown away the entry files that only import another one.
    generateBundle: { order: 'post', handler: (_options, output) => writeList(output) },
  }
}

function writeList(output: object): void {
  const bundle = output as Bundle
  const worker = bundle['sw.js']
  if (worker?.type !== 'chunk') return
  const files = phoneFiles(bundle)
  const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
  worker.code = `const PHONE_FILES=${JSON.stringify(files)},PHONE_VERSION="${version}";${worker.code}`
}

function phoneFiles(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const wanted = new Set<string>()
  const visit = (chunk: Chunk | undefined) => {
    if (!chunk || wanted.has(chunk.fileName) || isEnglish(chunk)) return
    wanted.add(chunk.fileName)
    for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
      visit(chunks.find((other) => other.fileName === name))
    }
  }
  for (const chunk of chunks) if (chunk.name === 'phone') visit(chunk)
  const others = Object.keys(bundle).filter((name) => isPhoneAsset(name))
  return [...wanted, ...others].map((name) => `/${name}`).sort()
}

function isEnglish(chunk: Chunk): boolean {
  return chunk.moduleIds.some((id) => id.includes('/i18n/src/en/'))
}

function isPhoneAsset(name: string): boolean {
  return /(^|\/)(phone-[\w-]+\.css|noto-sans-latin-wght[\w.-]*\.woff2)$/.test(name)
}
