import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { newTestFolder } from '../../../db/test-folder.ts'
import { type Product, startProduct } from './product.ts'
import { WORKERS } from './workers.ts'

/**
 * A demonstration for each worker, so that journeys run side by side and never meet, and an empty
 * installation to set up. The demonstration is written once and its folder copied.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const starting = startEmpty()
  const first = newFolder()
  const writer = await startProduct(first, { TERREAU_DEMO: '1' })
  await writer.stop()
  const folders = await Promise.all(
    Array.from({ length: WORKERS }, (_, worker) => (worker === 0 ? first : copyOf(first))),
  )
  const demos = await Promise.all(folders.map((folder) => startProduct(folder, {})))
  process.env.E2E_URLS = demos.map((demo) => demo.url).join(' ')
  const empty = await starting
  process.env.E2E_EMPTY_URL = empty.url
  process.env.E2E_EMPTY_SETUP_CODE = empty.setupCode
  return async () => {
    await Promise.all([...demos, empty].map(stopAndForget))
  }
}

async function startEmpty(): Promise<Product> {
  return startProduct(newFolder(), { TERREAU_DEMO: '0' })
}

const newFolder = (): string => newTestFolder('terreau-e2e-')

/** With its owners, which Node's own copy loses: started by root, PostgreSQL runs as another user. */
async function copyOf(folder: string): Promise<string> {
  const copy = newFolder()
  await promisify(execFile)('cp', ['-a', `${folder}/.`, copy])
  return copy
}

async function stopAndForget(product: Product): Promise<void> {
  await product.stop()
  await rm(product.folder, { recursive: true, force: true })
}
