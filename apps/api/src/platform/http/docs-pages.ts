import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints } from '@terreau/protocol/endpoints'
import { openApiDocument } from '@terreau/protocol/openapi'
import { isProblemCode } from '@terreau/protocol/problems'
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { ProblemError } from '../problem-error.ts'
import type { HttpEnv } from './http-env.ts'

const DOCS = join(import.meta.dirname, '../../../../../docs')

/** The description of the API for programs and people, and a page for each problem code. */
export function serveDocs(app: Hono<HttpEnv>): void {
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(endpoints)))
  app.get('/api/docs', (c) => c.html(apiPage()))
  app.get('/problems/:code', (c) => {
    const code = c.req.param('code')
    if (!isProblemCode(code)) throw new ProblemError('not-found')
    const text = readFileSync(join(DOCS, 'problems', `${code}.md`), 'utf8')
    return c.text(text)
  })
}

function apiPage(): ReturnType<typeof html> {
  const tags = [...new Set(endpoints.map((e) => e.tag))]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Terreau API</title>
      </head>
      <body>
        <main>
          <h1>Terreau API</h1>
          <p>Machine-readable: <a href="/api/openapi.json">openapi.json</a>. Money is euro cents as decimal strings.</p>
          ${tags.map((tag) => tagSection(tag))}
        </main>
      </body>
    </html>`
}

function tagSection(tag: string): ReturnType<typeof html> {
  const rows = endpoints.filter((e) => e.tag === tag)
  return html`<h2>${tag}</h2>
    <dl>
      ${rows.map(
        (e) =>
          html`<dt><code>${e.method} /api${e.path}</code></dt>
            <dd>${e.summary}. Access: ${String(e.access)}.</dd>`,
      )}
    </dl>`
}
