import pg from 'pg'
import type { TestApp } from './test-app.ts'

/** SQL as the superuser of the test server: it sees every cooperative and may switch triggers off. */
export async function queryAsOwner<Row extends pg.QueryResultRow>(
  test: TestApp,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: test.urls.ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(text, [...values])
    return rows
  } finally {
    await client.end()
  }
}
