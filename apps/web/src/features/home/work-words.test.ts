import { RANKED_CONSEQUENCES } from '@terreau/domain/work-queue/ranking'
import {
  ALL_WORK_KINDS,
  PERSON_WORK_KINDS,
  WORK_TOPICS,
} from '@terreau/domain/work-queue/work-kinds'
import { phoneCatalogue } from '@terreau/i18n/catalogue-phone'
import { phoneCatalogueEn } from '@terreau/i18n/catalogue-phone-en'
import { staffCatalogue } from '@terreau/i18n/catalogue-staff'
import { staffCatalogueEn } from '@terreau/i18n/catalogue-staff-en'
import { findMessage } from '@terreau/i18n/t'
import { expect, it } from 'vitest'
import { type WorkItem, workHref } from '../../lib/work.ts'

const STAFF_WORDS = ['what', 'when', 'otherwise', 'act']
const PERSON_WORDS = ['title', 'hint', 'act']

it('says in both languages what each kind is, what happens otherwise and what to press', () => {
  for (const catalogue of [staffCatalogue, staffCatalogueEn]) {
    const keys = [
      ...ALL_WORK_KINDS.flatMap((kind) => STAFF_WORDS.map((word) => `home.item.${kind}.${word}`)),
      ...RANKED_CONSEQUENCES.map((name) => `home.consequence.${name}`),
      ...WORK_TOPICS.map((topic) => `home.filter.${topic}`),
    ]
    expect(keys.filter((key) => !findMessage(catalogue, key))).toEqual([])
  }
  for (const catalogue of [phoneCatalogue, phoneCatalogueEn]) {
    const keys = PERSON_WORK_KINDS.flatMap((kind) =>
      PERSON_WORDS.map((word) => `tasksPhone.item.${kind}.${word}`),
    )
    expect(keys.filter((key) => !findMessage(catalogue, key))).toEqual([])
  }
})

it('leads from each kind to the page where it is done', () => {
  const item: Omit<WorkItem, 'kind'> = {
    targetId: 'target',
    personId: 'person',
    personName: '',
    activityId: null,
    activityName: '',
    month: null,
    since: null,
    dueOn: null,
    consequence: 'courtesy',
    article: '',
    group: 'later',
    latestSnoozeOn: null,
    snoozed: null,
    assignee: null,
    referentName: null,
  }
  for (const kind of ALL_WORK_KINDS)
    expect(workHref({ ...item, kind })).toMatch(/^\/gestion\/[a-z]+/)
})
