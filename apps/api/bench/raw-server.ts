import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'

interface Task {
  url: string
  sql: string
  parameters: unknown[]
}

/** The limit: node:http and one prepared query, no framework, no session, no wall, no check. */
const { url, sql, parameters }: Task = workerData
const pool = new pg.Pool({ connectionString: url, max: 10 })
const server = createServer((_request, response) => {
  pool.query({ name: 'bench', text: sql, values: parameters }).then(
    ({ rows }) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(rows))
    },
    () => {
      response.writeHead(500)
      response.end()
    },
  )
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  parentPort?.postMessage(typeof address === 'object' && address !== null ? address.port : 0)
})
