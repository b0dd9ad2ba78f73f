import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { allowedTo, isPermission, ROLE_PERMISSIONS } from '@terreau/domain/access/permissions'
import { ROLES, type Role } from '@terreau/domain/access/roles'
import { common } from '@terreau/i18n/fr/common'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { guard, type PageAccess } from '../lib/routes.ts'
import { type Session, sessionQuery } from '../lib/session.ts'
import { navLinks, staffRoutes } from './staff-pages.ts'
import { StaffContent } from './staff-router.tsx'

const EVERYBODY_OF_THE_STAFF = [
  '/gestion',
  '/gestion/personnes',
  '/gestion/echeances',
  '/gestion/contrats',
  '/gestion/signatures',
  '/gestion/declarations',
  '/gestion/frais',
  '/gestion/cloture',
  '/gestion/comptes',
  '/gestion/paie',
  '/gestion/simulateur',
  '/gestion/attestations',
  '/gestion/tutorat',
  '/gestion/reglages',
]
const WELCOME = ['/gestion/contacts', '/gestion/reunions']

const MENUS: Readonly<Record<Role, readonly string[]>> = {
  direction: [...EVERYBODY_OF_THE_STAFF, ...WELCOME, '/gestion/accords'],
  adviser: [...EVERYBODY_OF_THE_STAFF, ...WELCOME],
  accountant: [...EVERYBODY_OF_THE_STAFF, '/gestion/accords'],
  observer: EVERYBODY_OF_THE_STAFF,
  tester: [],
  tutor: [],
}

const holds = (role: Role, permission: PageAccess) =>
  permission === 'signed-in' || (isPermission(permission) && ROLE_PERMISSIONS[role].has(permission))

describe('the menu of staff', () => {
  it.each(ROLES)('offers to the role %s only pages whose permission it holds', (role) => {
    const offered = new Set(navLinks(sessionOf(role)).map((link) => link.href))
    for (const { path, permission, nav } of staffRoutes) {
      if (nav === undefined) continue
      expect(offered.has(path), path).toBe(holds(role, permission))
    }
    expect([...offered].toSorted()).toEqual([...MENUS[role]].toSorted())
  })
})

describe('the pages of staff', () => {
  it('ask a stranger to sign in, every one of them', () => {
    for (const { path, permission } of staffRoutes) {
      expect(guard(null, permission), path).toBe('sign-in')
    }
  })

  it('are refused to a role that does not hold the permission, whichever it is', () => {
    const drawnFor = new Set<Role>()
    staffRoutes.forEach(({ path, permission }, index) => {
      const strangers = ROLES.filter((role) => !holds(role, permission))
      for (const role of strangers) {
        expect(guard(sessionOf(role), permission), `${role} ${path}`).toBe('forbidden')
      }
      // Drawing costs time: each page for one of the roles it is not for.
      const role = strangers[index % strangers.length]
      if (role === undefined) return
      const page = drawn(sessionOf(role), path.replace(/:\w+\??/g, '2026-10'))
      expect(page, `${role} ${path}`).toContain(common.forbidden.title)
      drawnFor.add(role)
    })
    expect(drawnFor.size).toBe(ROLES.length - 1)
  })

  it('open to who holds the permission', () => {
    const page = drawn(sessionOf('direction'), '/gestion/reglages/cooperative')
    expect(page).not.toContain(common.forbidden.title)
  })
})

function drawn(session: Session, path: string): string {
  const client = new QueryClient()
  client.setQueryData(sessionQuery.queryKey, session)
  const children = createElement(StaffContent, { session })
  const router = createElement(Router, { ssrPath: path, children })
  const page = createElement(QueryClientProvider, { client }, router)
  return renderToString(createElement(MantineProvider, null, page))
}

function sessionOf(role: Role): Session {
  return {
    user: {
      id: 'u',
      displayName: 'Awa',
      email: 'awa@terreau.test',
      locale: 'fr',
      hasPassword: false,
      hasTotp: false,
    },
    cooperative: { id: 'c', name: 'Rives', phone: '', isDemo: false, timeZone: 'Europe/Paris' },
    otherCooperatives: [],
    roles: [role],
    permissions: allowedTo([role]),
    personId: null,
    assurance: 'code',
    handed: null,
    mustSetUpTotp: false,
    today: '2026-11-02',
  }
}
