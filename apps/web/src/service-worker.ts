/*
 * Keeps the phone pages on the device of a tester, so that they open without network. It never keeps an
 * answer of the API: drafts and the last session are kept by the pages, under their own rules.
 */

/** What a service worker gets; the page's types (lib.dom) do not describe it. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface WorkerMessageEvent extends WorkerEvent {
  readonly data: unknown
}
interface WorkerScope {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: WorkerFetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void
}

// Written by the build: the files of the phone pages in French, and a digest of their names.
declare const PHONE_FILES: readonly string[]
declare const PHONE_VERSION: string

const worker = globalThis as unknown as WorkerScope
const CACHE = `terreau-${PHONE_VERSION}`

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keepPages())
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fromDeviceFirst(request))
  else if (request.mode === 'navigate' && isPhonePage(pathname)) {
    event.respondWith(fetch(request).catch(() => fromDevice('/')))
  }
})

async function takeOver(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function keepPages(): Promise<void> {
  const cache = await caches.open(CACHE)
  // One file that is gone (a newer version was just put in place) must not lose the others.
  await Promise.allSettled(['/', ...PHONE_FILES].map((file) => cache.add(file)))
}

async function fromDeviceFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

async function fromDevice(path: string): Promise<Response> {
  return (await caches.match(path)) ?? Response.error()
}

function isPhonePage(pathname: string): boolean {
  return (
    !/^\/(gestion|api|verifier|badges|issuers|problems)(\/|$)/.test(pathname) &&
    !pathname.includes('.')
  )
}
