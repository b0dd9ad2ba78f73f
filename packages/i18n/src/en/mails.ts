import type { mails as fr } from '../fr/mails.ts'

export const mails = {
  'sign-in-code': {
    subject: 'Your sign-in code: {code}',
    body: `Hello {name},

Your code is: {code}
It is valid for 15 minutes.

You can also open this link, then tap “Enter”:
{link}

You did not ask for this? Do nothing: nobody gets in without this code.

{cooperative}`,
  },
  invitation: {
    subject: '{cooperative} gives you access',
    body: `Hello {name},

{cooperative} gives you access to its workspace.

Sign in with your e-mail address here:
{link}

{cooperative}`,
  },
  'password-changed': {
    subject: 'Your password has changed',
    body: `Hello {name},

The password of your space has just changed.
Your other devices are signed out.

Was it not you? Call your cooperative at once.
Your devices:
{link}

{cooperative}`,
  },
  'contract-to-sign': {
    subject: 'A contract is waiting for you',
    body: `Hello {name},

Your CAPE contract is ready. CAPE: a contract to test your activity.
Read it, then sign it on your phone:
{link}

{cooperative}`,
  },
  'signing-code': {
    subject: 'Your signing code: {code}',
    body: `Hello {name},

To sign contract {number}, write this code: {code}
It is valid for 10 minutes.

You do not want to sign? Do nothing and call your cooperative.

{cooperative}`,
  },
  'contract-signed': {
    subject: 'Your contract is signed',
    body: `Hello {name},

Contract {number} is signed by you and by {cooperative}.
You will find it under “My papers”:
{link}

{cooperative}`,
  },
  'declaration-question': {
    subject: '{adviser} has a question about your declaration',
    body: `Hello {name},

{adviser} has a question about your {month} declaration:

“{question}”

Answer here:
{link}

{cooperative}`,
  },
  'statement-ready': {
    subject: 'Your {month} account is ready',
    body: `Hello {name},

The month of {month} is finished. Your account statement is ready:
{link}

{cooperative}`,
  },
  'attestation-issued': {
    subject: 'Your certificate {number}',
    body: `Hello {name},

Your certificate {number} is ready:
{link}

Whoever receives it can verify it here:
{verifyLink}

{cooperative}`,
  },
  'tutoring-confirm': {
    subject: '{tutor} asks: is it true?',
    body: `Hello {name},

{tutor} says: “{sentence}”.
Is it true? Answer here, without a password:
{link}

{cooperative}`,
  },
} as const satisfies Record<keyof typeof fr, { subject: string; body: string }>
