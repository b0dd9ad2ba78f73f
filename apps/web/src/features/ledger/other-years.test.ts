import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Router } from 'wouter'
import { phoneWords } from '../../ui/phone/words.ts'
import { OtherYears } from './other-years.tsx'
import type { OwnAccount, OwnMonth } from './queries.ts'

const account = (firstMonth: string, nextBefore: string | null) =>
  ({ firstMonth, nextBefore, months: [{ month: '2026-10' } as OwnMonth] }) as OwnAccount

it('leads to any of ten years in two touches, without a script; a short account has no such list', async () => {
  await phoneWords.need(['account'])
  const long = shown(account('2016-11', '2025-11'))
  expect(long).toMatch(/<details[^>]*><summary>Choisir une année<\/summary>/)
  const years = Array.from({ length: 11 }, (_, index) => `/moi/argent/${2026 - index}`)
  expect([...long.matchAll(/ href="([^"]+)"/g)].map(([, href]) => href)).toEqual(years)
  expect(shown(account('2026-01', null))).toBe('')
})

function shown(one: OwnAccount): string {
  const children = createElement(OtherYears, { account: one })
  return renderToString(createElement(Router, { ssrPath: '/moi/argent', children }))
}
