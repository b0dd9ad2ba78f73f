import './document-text.css'
import type { Api } from '../../lib/api.ts'

export type DocumentBlocks = NonNullable<
  Api['GET /me/signatures/:signatureId/text']['response']['blocks']
>
type Block = DocumentBlocks[number]
type Rows = Extract<Block, { kind: 'table' }>['rows']

/**
 * The whole document as a page: its headings, lists and tables, word for word those of its PDF. The page has its
 * own title, so that the one of the document comes second. The law of these documents is French, whatever
 * language the page is read in.
 */
export function DocumentText({ blocks }: { blocks: DocumentBlocks }) {
  return (
    <div className="document-text" lang="fr">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes, and may say a thing twice
        <TextBlock key={at} block={block} />
      ))}
    </div>
  )
}

function TextBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = (['h2', 'h3', 'h4'] as const)[block.level - 1] ?? 'h4'
      return <Heading>{block.text}</Heading>
    }
    case 'paragraph':
      return <p>{block.text}</p>
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return <TextTable rows={block.rows} />
  }
}

function TextTable({ rows }: { rows: Rows }) {
  return (
    <table>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name, and never move
          <tr key={row}>
            {cells.map(({ scope, texts }, column) => {
              const words = texts.map((text) => <p key={text}>{text}</p>)
              return scope === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={column}>{words}</td>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <th key={column} scope={scope === 'Row' ? 'row' : 'col'}>
                  {words}
                </th>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
