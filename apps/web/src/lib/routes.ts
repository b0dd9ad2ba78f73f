import type { Permission } from '@terreau/domain/access/permissions'
import type { PhoneCatalogue } from '@terreau/i18n/catalogue-phone'
import type { StaffCatalogue } from '@terreau/i18n/catalogue-staff'
import type { PlainMessageKey } from '@terreau/i18n/t'
import type { ComponentType } from 'react'
import type { Session } from './session.ts'

/** Who may open a page: everybody, whoever is signed in, or whoever holds the permission. */
export type PageAccess = 'public' | 'signed-in' | Permission

/** Keys of messages without placeholders. */
export type PhoneKey = PlainMessageKey<PhoneCatalogue>
export type StaffKey = PlainMessageKey<StaffCatalogue>

interface PageRoute {
  /** A wouter pattern: '/moi/declarer/:mois'. */
  path: string
  /** Fetched when someone goes there: `() => import('./some-page.tsx').then((m) => m.SomePage)`. */
  page: () => Promise<ComponentType>
  permission: PageAccess
}

export interface PhoneRoute extends PageRoute {
  /** Parts of the catalogue this page shows beyond those of its feature. */
  words?: readonly (keyof PhoneCatalogue)[]
}

export type NavGroup = 'work' | 'money' | 'journey' | 'collective' | 'steering'

export interface StaffNavEntry {
  group: NavGroup
  labelKey: StaffKey
  icon: ComponentType<{ size?: number | string; 'aria-hidden'?: boolean }>
  order: number
}

export interface StaffRoute extends PageRoute {
  /** Present when the page has its own entry in the side navigation. */
  nav?: StaffNavEntry
}

export type GuardAnswer = 'open' | 'sign-in' | 'forbidden'

/** Whether a page opens for this session. */
export function guard(session: Session | null, permission: PageAccess): GuardAnswer {
  if (permission === 'public') return 'open'
  if (session === null) return 'sign-in'
  return permission === 'signed-in' || session.permissions.includes(permission)
    ? 'open'
    : 'forbidden'
}

/** The sign-in page, which brings back to where the person was going. */
export function signInUrl(from: string): string {
  return `/connexion?retour=${encodeURIComponent(from)}`
}

/** Only a path of this site may be returned to: '//elsewhere.example' is another site. */
export function safeReturn(target: string | null): string | null {
  if (target === null || !/^\/(?![/\\])/.test(target) || /[\s\\]/.test(target)) return null
  return target
}
