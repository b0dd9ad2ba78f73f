import { createServer, type Server } from 'node:http'
import type { serve } from '@hono/node-server'
import { StartError } from '@terreau/db/start-error'
import { type Config, ownUrl } from '../config.ts'

const DRAIN_MS = 1_000
const FINISH_MS = 20_000
const REPEATED_MS = 2_000
const IDLE_LOOK_MS = 200
const LIMITS = {
  // Longer than a browser or a proxy keeps a connection: whoever closes second loses a request on its way.
  keepAliveTimeout: 75_000,
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  maxHeaderSize: 16 * 1024,
}

type Fetch = Parameters<typeof serve>[0]['fetch']

/** Listens, or says in one sentence why it cannot. */
export function listen(start: typeof serve, fetch: Fetch, config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = start(
      { fetch, port: config.port, hostname: config.host, createServer, serverOptions: LIMITS },
      () => resolve(server),
    ) as Server
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListen(error, config)))
  })
}

/** The configuration with the port really taken: with PORT=0 the system chooses it. */
export function listeningOn(config: Config, server: Server): Config {
  const address = server.address()
  if (config.port !== 0 || typeof address !== 'object' || address === null) return config
  const { port } = address
  const isOwn = config.publicUrl === ownUrl(config.host, 0)
  return { ...config, port, publicUrl: isOwn ? ownUrl(config.host, port) : config.publicUrl }
}

function explainListen(error: NodeJS.ErrnoException, config: Config): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError('port-in-use', {
      fr: `Le port ${config.port} est déjà pris par un autre programme : arrêtez-le, ou choisissez-en un autre avec PORT=3001.`,
      en: `Port ${config.port} is already used by another program: stop it, or choose another one with PORT=3001.`,
    })
  }
  if (error.code === 'EACCES') {
    return new StartError('permission-denied', {
      fr: `Cet utilisateur n’a pas le droit d’écouter sur le port ${config.port} : choisissez-en un au-dessus de 1024 avec PORT.`,
      en: `This user may not listen on port ${config.port}: choose one above 1024 with PORT.`,
    })
  }
  return new StartError('port-in-use', {
    fr: `Le serveur ne peut pas écouter sur ${config.host}:${config.port} (${error.code}).`,
    en: `The server cannot listen on ${config.host}:${config.port} (${error.code}).`,
  })
}

/** SIGTERM: say "not ready", finish what is running, stop the jobs, then the database. */
export function stopGracefully(parts: {
  server: Server
  drain(): void
  close(): Promise<void>
}): void {
  let stoppingSince: number | undefined
  const stop = async (): Promise<void> => {
    // npm and the terminal may both pass on the same order: only a later one means "at once".
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > REPEATED_MS) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    parts.drain()
    const giveUp = setTimeout(() => process.exit(1), DRAIN_MS + FINISH_MS + 5_000)
    giveUp.unref()
    await new Promise((done) => setTimeout(done, process.stdout.isTTY ? 0 : DRAIN_MS))
    const closed = new Promise((done) => parts.server.close(done))
    parts.server.closeIdleConnections()
    // Those that end a request meanwhile become idle only then.
    const idle = setInterval(() => parts.server.closeIdleConnections(), IDLE_LOOK_MS)
    const cut = setTimeout(() => parts.server.closeAllConnections(), FINISH_MS)
    await closed
    clearInterval(idle)
    clearTimeout(cut)
    await parts.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
