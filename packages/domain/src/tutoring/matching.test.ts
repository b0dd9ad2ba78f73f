import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOST_FORMS, TUTORING_KINDS } from './hosts.ts'
import {
  type MatchedTutor,
  MEETING_FORMS,
  MOMENTS,
  matchNeed,
  type TutoringNeed,
  type TutorProfile,
  WISHED_FORMS,
} from './matching.ts'
import { TUTORING_SUBJECTS } from './subjects.ts'

const PROFILE: TutorProfile = {
  skills: ['prices'],
  languages: ['fr', 'wo'],
  forms: ['in_person', 'phone'],
  moments: ['evening'],
  town: 'Saint-Denis',
  mostTutees: 3,
  isOpen: true,
  kind: 'volunteer',
  hostForm: 'association',
  charterVersion: 2,
}
const NEED: TutoringNeed = {
  personId: 'awa',
  subject: 'prices',
  languages: ['wo'],
  form: 'in_person',
  moments: ['evening', 'weekend'],
  town: 'SAINT DENIS',
}
const tutor = (over: Partial<TutorProfile> = {}, more: Partial<MatchedTutor> = {}) => ({
  personId: 'moussa',
  profile: { ...PROFILE, ...over },
  tuteesNow: 1,
  isPaired: false,
  ...more,
})
const whyOf = (one: MatchedTutor, charter: number | null = 2) =>
  matchNeed(NEED, [one], charter).excluded[0]?.why.map((reason) => reason.code)

describe('proposing tutors for a need', () => {
  it('says why in whole: skill, language, free load, form, moment, town', () => {
    const { proposals, excluded } = matchNeed(NEED, [tutor()], 2)
    expect(excluded).toEqual([])
    expect(proposals).toEqual([
      {
        personId: 'moussa',
        reasons: [
          { code: 'skill', subject: 'prices' },
          { code: 'same-language', languages: ['wo'] },
          { code: 'free-load', free: 2, most: 3 },
          { code: 'same-form', form: 'in_person' },
          { code: 'same-moment', moments: ['evening'] },
          { code: 'same-town', town: 'Saint-Denis' },
        ],
        cautions: [],
      },
    ])
  })

  it('leaves out with each reason', () => {
    expect(whyOf(tutor({}, { tuteesNow: 3 }))).toEqual(['cap-reached'])
    expect(whyOf(tutor({ charterVersion: null }))).toEqual(['charter-missing'])
    expect(whyOf(tutor({ charterVersion: 1 }))).toEqual(['charter-outdated'])
    expect(whyOf(tutor({ charterVersion: null }), null)).toBeUndefined()
    expect(whyOf(tutor({ hostForm: 'company' }))).toEqual(['host-refused'])
    expect(whyOf(tutor({ hostForm: null }))).toEqual(['host-missing'])
    expect(whyOf(tutor({ hostForm: null, kind: 'paid' }))).toBeUndefined()
    expect(whyOf(tutor({ languages: ['fr'] }))).toEqual(['no-language'])
    expect(whyOf(tutor({ skills: ['bank'] }))).toEqual(['no-skill'])
    expect(whyOf(tutor({ forms: ['phone'] }))).toEqual(['no-form'])
    expect(whyOf(tutor({ isOpen: false }))).toEqual(['closed'])
    expect(whyOf(tutor({}, { isPaired: true }))).toEqual(['paired'])
    expect(whyOf({ ...tutor(), profile: null })).toEqual(['profile-missing'])
    expect(whyOf(tutor({}, { personId: 'awa' }))).toEqual(['same-person'])
    expect(whyOf(tutor({ isOpen: false, skills: [] }, { tuteesNow: 9 }))).toEqual([
      'closed',
      'cap-reached',
      'no-skill',
    ])
  })

  it('proposes with a caution what is worth a question, after those without', () => {
    const away = tutor({ town: 'Évry', moments: ['weekday'] }, { personId: 'away' })
    const { proposals } = matchNeed(NEED, [away, tutor()], 2)
    expect(proposals.map((one) => one.personId)).toEqual(['moussa', 'away'])
    expect(proposals[1]?.cautions).toEqual([
      { code: 'other-moment', moments: ['weekday'] },
      { code: 'other-town', town: 'Évry' },
    ])
  })
})

describe('of any needs and tutors', () => {
  const subject = fc.constantFrom(...TUTORING_SUBJECTS)
  const language = fc.constantFrom('fr', 'wo', 'bm', 'en')
  const moments = fc.uniqueArray(fc.constantFrom(...MOMENTS))
  const town = fc.constantFrom('', 'Saint-Denis', 'Bobigny')
  const needs: fc.Arbitrary<TutoringNeed> = fc.record({
    personId: fc.constantFrom('p1', 'p9'),
    subject,
    languages: fc.uniqueArray(language, { minLength: 1 }),
    form: fc.constantFrom(...WISHED_FORMS),
    moments,
    town,
  })
  const profiles: fc.Arbitrary<TutorProfile> = fc.record({
    skills: fc.uniqueArray(subject),
    languages: fc.uniqueArray(language),
    forms: fc.uniqueArray(fc.constantFrom(...MEETING_FORMS)),
    moments,
    town,
    mostTutees: fc.integer({ min: 0, max: 4 }),
    isOpen: fc.boolean(),
    kind: fc.constantFrom(...TUTORING_KINDS),
    hostForm: fc.option(fc.constantFrom(...HOST_FORMS)),
    charterVersion: fc.option(fc.integer({ min: 1, max: 2 })),
  })
  const tutors = fc
    .array(
      fc.record({
        profile: fc.option(profiles),
        tuteesNow: fc.integer({ min: 0, max: 5 }),
        isPaired: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((list) => list.map((one, n) => ({ ...one, personId: `p${n}` })))
  const charter = fc.option(fc.constant(2))
  const namesOf = (list: readonly { personId: string }[]) => list.map((one) => one.personId)

  it('each tutor is in one list, once, and never without a reason', () => {
    fc.assert(
      fc.property(needs, tutors, charter, (need, list, version) => {
        const { proposals, excluded } = matchNeed(need, list, version)
        expect([...namesOf(proposals), ...namesOf(excluded)].sort()).toEqual(namesOf(list).sort())
        for (const one of proposals) expect(one.reasons.length).toBeGreaterThanOrEqual(3)
        for (const one of excluded) expect(one.why.length).toBeGreaterThan(0)
      }),
    )
  })

  it('nobody without the skill, a common language, room, the charter or a lawful host is proposed', () => {
    fc.assert(
      fc.property(needs, tutors, charter, (need, list, version) => {
        const proposed = new Set(namesOf(matchNeed(need, list, version).proposals))
        for (const { personId, profile, tuteesNow, isPaired } of list) {
          if (!proposed.has(personId)) continue
          expect(profile?.skills).toContain(need.subject)
          expect(need.languages.some((one) => profile?.languages.includes(one))).toBe(true)
          expect(tuteesNow).toBeLessThan(profile?.mostTutees ?? 0)
          if (version !== null) expect(profile?.charterVersion).toBe(version)
          expect(profile?.kind === 'volunteer' && profile.hostForm === 'company').toBe(false)
          expect([personId === need.personId, isPaired, profile?.isOpen]).toEqual([
            false,
            false,
            true,
          ])
        }
      }),
    )
  })

  it('what is said of one tutor never depends on the others, nor on their order', () => {
    fc.assert(
      fc.property(needs, tutors, charter, (need, list, version) => {
        const whole = matchNeed(need, list, version)
        const turned = matchNeed(need, list.toReversed(), version)
        const byName = (one: { personId: string }, other: { personId: string }) =>
          one.personId.localeCompare(other.personId)
        expect(turned.proposals.toSorted(byName)).toEqual(whole.proposals.toSorted(byName))
        for (const one of list) {
          const alone = matchNeed(need, [one], version)
          const found = [...whole.proposals, ...whole.excluded].find(
            (each) => each.personId === one.personId,
          )
          expect([...alone.proposals, ...alone.excluded]).toEqual([found])
        }
      }),
    )
  })

  it('offering more never closes a door: a place, a language, a skill', () => {
    fc.assert(
      fc.property(needs, profiles, charter, (need, profile, version) => {
        const one = { personId: 'p1', profile, tuteesNow: 1, isPaired: false }
        const more = {
          ...profile,
          mostTutees: profile.mostTutees + 1,
          languages: [...profile.languages, 'snk'],
          skills: [...new Set([...profile.skills, need.subject])],
        }
        const was = matchNeed(need, [one], version).excluded[0]?.why ?? []
        const is = matchNeed(need, [{ ...one, profile: more }], version).excluded[0]?.why ?? []
        const codes = new Set(was.map((reason) => reason.code))
        expect(is.filter((reason) => !codes.has(reason.code))).toEqual([])
      }),
    )
  })
})
