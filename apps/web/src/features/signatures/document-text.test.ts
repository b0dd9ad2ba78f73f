import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { type DocumentBlocks, DocumentText } from './document-text.tsx'

const BLOCKS: DocumentBlocks = [
  { kind: 'paragraph', text: 'Coopérative des Canuts' },
  { kind: 'heading', level: 1, text: 'Contrat d’appui' },
  { kind: 'heading', level: 2, text: 'Article 1. Objet' },
  { kind: 'heading', level: 3, text: 'La coopérative' },
  { kind: 'list', items: ['un <point>', 'un autre'] },
  {
    kind: 'table',
    rows: [
      [
        { scope: 'Column', texts: ['Moyen'] },
        { scope: 'Column', texts: ['Lieu'] },
      ],
      [
        { scope: 'Row', texts: ['Bureau'] },
        { scope: null, texts: ['Lyon', 'le matin'] },
      ],
    ],
  },
]

const html = renderToStaticMarkup(createElement(DocumentText, { blocks: BLOCKS }))

it('shows every word of a document, in order, and none as markup', () => {
  const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(words.trim()).toBe(
    'Coopérative des Canuts Contrat d’appui Article 1. Objet La coopérative un &lt;point&gt; un autre Moyen Lieu Bureau Lyon le matin',
  )
})

it('keeps headings in steps under the title of the page, and says what each header heads', () => {
  expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['2', '3', '4'])
  expect(html).toContain('<th scope="col"><p>Moyen</p></th>')
  expect(html).toContain('<th scope="row"><p>Bureau</p></th>')
  expect(html).toContain('<li>un autre</li>')
  expect(html).toContain('lang="fr"')
})
