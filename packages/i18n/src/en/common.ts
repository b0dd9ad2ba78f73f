import type { common as source } from '../fr/common.ts'
import type { Translation } from '../t.ts'

export const common = {
  productName: 'Terreau',
  skipToContent: 'Skip to content',
  back: 'Back',
  continue: 'Continue',
  cancel: 'Cancel',
  retry: 'Try again',
  change: 'Change',
  remove: 'Remove',
  optional: '(optional)',
  loading: 'Loading…',
  listen: 'Listen',
  home: 'Back to the home page',
  signOut: 'Sign out',
  account: 'My account',
  error: {
    prefix: 'Error: ',
    summaryTitle: 'There is a problem',
    loadFailed: 'We could not load this page.',
    unexpected: 'Something went wrong. Your saved answers are kept.',
    network: 'No network. Your answers stay here, try again in a moment.',
    code: 'Code to read out on the phone: {code}',
  },
  field: {
    chooseFile: 'Choose an image or a PDF',
    takePhoto: 'Take a photo',
  },
  help: {
    title: 'Need help?',
    call: 'Call {name}',
    ask: 'Ask your cooperative.',
  },
  offline: {
    banner: 'No network. Carry on, nothing is lost.',
  },
  tabs: {
    label: 'Main pages',
    home: 'Home',
    declare: 'Declare',
    money: 'My money',
    papers: 'My papers',
  },
  notFound: {
    title: 'We cannot find this page',
    hint: 'The address may no longer be right.',
  },
  forbidden: {
    title: 'This page is not open to your account',
    whoCan: 'It is open to: {roles}.',
    whatToDo: 'Ask the cooperative’s management for access.',
  },
  role: {
    direction: 'management',
    adviser: 'advice and support',
    accountant: 'accounting',
    tester: 'person testing an activity',
    tutor: 'tutor',
    observer: 'read only',
  },
} as const satisfies Translation<typeof source>
