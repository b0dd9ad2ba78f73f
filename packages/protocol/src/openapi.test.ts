import { describe, expect, it } from 'vitest'
import { endpoints } from './endpoints.ts'
import { openApiDocument } from './openapi.ts'

describe('openApiDocument', () => {
  it('is the committed description, so that a change of the wire is seen in review', async () => {
    const text = `${JSON.stringify(openApiDocument(endpoints), null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../../docs/api/openapi.json')
  })

  it('describes every endpoint once', () => {
    const { paths } = openApiDocument(endpoints)
    const operations = Object.values(Object(paths)).flatMap((path) => Object.keys(Object(path)))
    expect(operations).toHaveLength(endpoints.length)
  })
})
