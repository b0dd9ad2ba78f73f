import { allowedTo } from '@terreau/domain/access/permissions'
import type { Role } from '@terreau/domain/access/roles'
import { describe, expect, it } from 'vitest'
import { guard, safeReturn, signInUrl } from './routes.ts'
import { homeOf, type Session } from './session.ts'

describe('guard', () => {
  it('opens public pages to everybody', () => {
    expect(guard(null, 'public')).toBe('open')
  })

  it('asks strangers to sign in', () => {
    expect(guard(null, 'signed-in')).toBe('sign-in')
    expect(guard(null, 'closing.close')).toBe('sign-in')
  })

  it('opens a page to the roles of its permission only', () => {
    expect(guard(sessionWith('accountant'), 'closing.close')).toBe('open')
    expect(guard(sessionWith('observer'), 'closing.close')).toBe('forbidden')
    expect(guard(sessionWith('observer'), 'signed-in')).toBe('open')
  })
})

describe('safeReturn', () => {
  it('returns only to a path of this site', () => {
    expect(safeReturn('/moi/argent?x=1')).toBe('/moi/argent?x=1')
    for (const target of ['//evil.example', '/\\evil.example', 'https://evil.example', '', null]) {
      expect(safeReturn(target), String(target)).toBeNull()
    }
    expect(safeReturn('/moi\n/x')).toBeNull()
  })

  it('survives the trip through the sign-in address', () => {
    const url = new URL(signInUrl('/moi?a=1&b=2'), 'http://terreau.test')
    expect(safeReturn(url.searchParams.get('retour'))).toBe('/moi?a=1&b=2')
  })
})

describe('homeOf', () => {
  it('leads each person to the page of their widest role', () => {
    expect(homeOf(['tester', 'adviser'])).toBe('/gestion')
    expect(homeOf(['observer'])).toBe('/gestion')
    expect(homeOf(['tester', 'tutor'])).toBe('/moi')
    expect(homeOf(['tutor'])).toBe('/tutorat')
  })
})

function sessionWith(role: Role): Session {
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
