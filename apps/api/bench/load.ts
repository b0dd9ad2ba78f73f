import { Agent, request } from 'node:http'

/** Requests answered in one window by a closed loop of `connections`, each with its next request ready. */
export async function requestsPerSecond(options: {
  connections: number
  seconds: number
  next: () => {
    port: number
    method: string
    path: string
    headers: Record<string, string>
    body?: string
  }
}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const end = performance.now() + options.seconds * 1000
  let answered = 0
  const loop = async (): Promise<void> => {
    while (performance.now() < end) {
      const status = await send(agent, options.next())
      if (status !== 200) throw new Error(`a measured request answered ${status}`)
      answered += 1
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: options.connections }, loop))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return answered / seconds
}

function send(
  agent: Agent,
  call: {
    port: number
    method: string
    path: string
    headers: Record<string, string>
    body?: string
  },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port, method, path, headers } = call
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(call.body)
  })
}
