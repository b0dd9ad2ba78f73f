import './document-text.css'
import { createElement } from 'react'
import type { Api } from '../../lib/api.ts'

export type DocumentBlocks = NonNullable<
  Api['GET /me/signatures/:signatureId/text']['response']['blocks']
>
type Block = DocumentBlocks[number]
type Cells = Extract<Block, { kind: 'table' }>['rows'][number]

/**
 * The whole document as a page: its headings, lists and tables, word for word those of its PDF. The page has its
 * own title, so that the one of the document comes second. The law of these documents is French, whatever
 * language the page is read in.
 */
export function DocumentText({ blocks }: { blocks: DocumentBlocks }) {
  // A document never changes and may say a thing twice: its parts have no key but their place.
  const parts = blocks.map((block) => createElement(TextBlock, { block }))
  return createElement('div', { className: 'document-text', lang: 'fr' }, ...parts)
}

function TextBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return createElement(HEADINGS[block.level], null, block.text)
    case 'paragraph':
      return <p>{block.text}</p>
    case 'list':
      return createElement(
        'ul',
        null,
        ...block.items.map((item) => createElement('li', null, item)),
      )
    case 'table':
      return <table>{createElement('tbody', null, ...block.rows.map(rowOf))}</table>
  }
}

const HEADINGS = { 1: 'h2', 2: 'h3', 3: 'h4' } as const

function rowOf(cells: Cells) {
  return createElement('tr', null, ...cells.map(cellOf))
}

function cellOf({ scope, texts }: Cells[number]) {
  const words = texts.map((text) => createElement('p', null, text))
  if (scope === null) return createElement('td', null, ...words)
  return createElement('th', { scope: scope === 'Row' ? 'row' : 'col' }, ...words)
}
