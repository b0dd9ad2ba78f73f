import { assert } from '@terreau/domain/assert'

/** A structure element as it is tagged: what a screen reader is given of it. */
export type TaggedNode = {
  readonly tag: string
  readonly scope: 'Column' | 'Row' | null
  /** The words of this element itself, piece by piece. */
  readonly texts: string[]
  readonly children: TaggedNode[]
}

export type ReadingCell = {
  /** What this cell is the header of; null for plain contents. */
  readonly scope: 'Column' | 'Row' | null
  /** One text, or a text and under it what it means. */
  readonly texts: string[]
}

/** One block of a document, to be shown by other means than a page of paper. */
export type ReadingBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: string[] }
  | { readonly kind: 'table'; readonly rows: ReadingCell[][] }

/** A new element without words. */
export function taggedNode(tag: string, scope?: 'Column' | 'Row'): TaggedNode {
  return { tag, scope: scope ?? null, texts: [], children: [] }
}

/**
 * The blocks of a document, from the tags that its own layout wrote: the page of paper and the page of a phone
 * have one source. Fails an assertion on a tag it does not know, rather than lose a word of a contract.
 */
export function readingBlocks(document: TaggedNode): ReadingBlock[] {
  return document.children.flatMap(blockOf)
}

function blockOf(node: TaggedNode): ReadingBlock[] {
  switch (node.tag) {
    case 'H1':
      return [{ kind: 'heading', level: 1, text: wordsOf(node) }]
    case 'H2':
      return [{ kind: 'heading', level: 2, text: wordsOf(node) }]
    case 'H3':
      return [{ kind: 'heading', level: 3, text: wordsOf(node) }]
    case 'P':
      return [{ kind: 'paragraph', text: wordsOf(node) }]
    case 'L':
      return [{ kind: 'list', items: node.children.map(itemOf) }]
    case 'Table':
      return [{ kind: 'table', rows: node.children.map(rowOf) }]
    // The logo: the name of who issues the document stands beside it in words.
    case 'Figure':
      assert(node.texts.length === 0 && node.children.length === 0, 'a picture holds no word')
      return []
    default:
      assert(node.tag === 'Sect', `${node.tag} has no way to be read on a screen`)
      return readingBlocks(node)
  }
}

/** The words of a list point; its dash is drawn by whoever shows the list. */
function itemOf(item: TaggedNode): string {
  return wordsOf(childOf(item, 'LBody'))
}

function rowOf(row: TaggedNode): ReadingCell[] {
  assert(row.tag === 'TR', 'a table is made of rows')
  return row.children.map(({ scope, texts, children }) => ({
    scope,
    texts: [...texts, ...children.map(wordsOf)],
  }))
}

function wordsOf(node: TaggedNode): string {
  assert(node.children.length === 0, `${node.tag} holds words and nothing else`)
  return node.texts.join(' ')
}

function childOf(node: TaggedNode, tag: string): TaggedNode {
  const child = node.children.find((each) => each.tag === tag)
  assert(child !== undefined, `${node.tag} has a ${tag}`)
  return child
}
