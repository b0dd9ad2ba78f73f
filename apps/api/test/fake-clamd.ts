import { type AddressInfo, createServer, type Socket } from 'node:net'

const COMMAND = 'zINSTREAM\0'

export interface FakeClamd {
  host: string
  port: number
  /** How it answers from now on: by what the bytes hold, with silence, or with another line. */
  behave(how: 'answer' | 'silent' | 'broken'): void
  /** The bytes of each stream that came whole. */
  readonly streams: Buffer[]
  close(): Promise<void>
}

/** A server that speaks INSTREAM as clamd does, and finds whatever holds one of `signatures`. */
export async function fakeClamd(signatures: readonly string[]): Promise<FakeClamd> {
  const streams: Buffer[] = []
  const sockets = new Set<Socket>()
  let how: 'answer' | 'silent' | 'broken' = 'answer'
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const stream = wholeStream(received)
      if (stream === null) return
      streams.push(stream)
      if (how === 'silent') return
      if (how === 'broken') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      const found = signatures.some((text) => stream.includes(text, 0, 'latin1'))
      socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    host: '127.0.0.1',
    port,
    streams,
    behave(next) {
      how = next
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** The bytes of all chunks once the empty one has come; null before. */
function wholeStream(received: Buffer): Buffer | null {
  if (received.length < COMMAND.length) return null
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) throw new Error('not INSTREAM')
  const chunks: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
