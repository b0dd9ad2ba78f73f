import { connect } from 'node:net'
import type { Scanner, Verdict } from './scanner.ts'

/** Well below the default `StreamMaxLength` of clamd, and small enough to be sent as it is read. */
const CHUNK_BYTES = 64 * 1024
const MOST_ANSWER_BYTES = 4_096

export interface ClamdOptions {
  host: string
  port: number
  /** How long clamd may keep silent. */
  timeoutMs?: number
}

/**
 * ClamAV through the TCP socket of clamd. The command INSTREAM takes chunks, each after its length in four
 * bytes, and ends with an empty one; the answer is one line that ends with a zero byte ("stream: OK",
 * "stream: Name FOUND"). Protocol: man clamd(8), section COMMANDS.
 */
export function clamdScanner(options: ClamdOptions): Scanner {
  return {
    async scan(bytes) {
      return verdictOf(await ask(options, bytes))
    },
  }
}

function verdictOf(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return 'clean'
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
  throw new Error(`clamd gave no verdict: ${answer.slice(0, 200)}`)
}

function ask({ host, port, timeoutMs = 10_000 }: ClamdOptions, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    let answer = ''
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    socket.setTimeout(timeoutMs, () => fail(new Error('clamd does not answer')))
    socket.on('error', fail)
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
        const chunk = bytes.subarray(from, from + CHUNK_BYTES)
        socket.write(lengthOf(chunk.length))
        socket.write(chunk)
      }
      socket.write(lengthOf(0))
    })
    socket.on('data', (part) => {
      answer += part.toString('latin1')
      if (answer.length > MOST_ANSWER_BYTES) fail(new Error('clamd says too much'))
    })
    // Whatever was said counts only once it is whole.
    socket.on('end', () => {
      socket.destroy()
      const end = answer.indexOf('\0')
      if (end < 0) return reject(new Error('clamd stopped within its answer'))
      resolve(answer.slice(0, end).trim())
    })
  })
}

function lengthOf(count: number): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(count)
  return head
}
