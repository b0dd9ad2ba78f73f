import type { tutorBadge as source } from '../fr/tutor-badge.ts'
import type { Translation } from '../t.ts'

export const tutorBadge = {
  name: {
    one: 'Volunteer tutoring: {count} hour',
    other: 'Volunteer tutoring: {count} hours',
  },
  heading: 'Volunteer tutoring',
  figure: '{hours} h',
  description: {
    one: 'Helped people with a project for at least {count} hour, without pay.',
    other: 'Helped people with a project for at least {count} hours, without pay.',
  },
  criteria: {
    one: 'At least {count} hour of volunteer tutoring. Each session was confirmed by the person helped, then approved by {issuer}.',
    other:
      'At least {count} hours of volunteer tutoring. Each session was confirmed by the person helped, then approved by {issuer}.',
  },
  evidenceName: 'Approved hours',
  evidence: '{time} approved, from {from} to {to}. People helped: {people}.',
  page: {
    title: 'Tutoring badge',
    otherLanguage: 'Français',
    skip: 'Skip to content',
    genuine: 'This badge is genuine',
    genuineSentence: '{issuer} gave this badge on {date}.',
    revoked: 'Badge taken back on {date}',
    revokedSentence: '{issuer} took this badge back. It is no longer valid.',
    unsigned: 'Badge to be made again',
    unsignedSentence:
      '{issuer} did give this badge on {date}, but its signature no longer proves anything. The person can ask for a new one.',
    unknown: 'Unknown badge',
    unknownSentence: 'We do not know this badge. Check the address.',
    erased: 'The name was erased at the end of the time it was kept.',
    image: 'Badge “{name}”',
    person: 'Person',
    what: 'What the badge says',
    how: 'How it is earned',
    proof: 'What it rests on',
    downloads: 'Download the badge',
    svg: 'Picture with the badge inside (SVG)',
    png: 'Picture with the badge inside (PNG)',
    jwt: 'Signed badge (JWT)',
    check:
      'This badge follows the standard Open Badges 3.0. Checking software verifies it with the key that the cooperative publishes.',
  },
} as const satisfies Translation<typeof source>
