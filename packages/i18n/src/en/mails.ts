import type { mails as fr } from '../fr/mails.ts'
import { endingMails } from './mails-endings.ts'

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
  'signature-asked': {
    subject: 'A document waits for your signature',
    body: `Hello {name},

“{title}” waits for your signature, until {until}.
Read it, then sign it on your phone:
{link}

Would you rather read it with us, or sign on paper? Call your cooperative.

{cooperative}`,
  },
  'signing-code': {
    subject: 'Your code to sign: {code}',
    body: `Hello {name},

To sign “{title}”, write this code: {code}
It is valid for 10 minutes.

Give it to nobody, not even to your cooperative.
You do not want to sign? Do nothing, and call your cooperative.

{cooperative}`,
  },
  'signature-reminder': {
    subject: 'Reminder: a document waits for your signature',
    body: `Hello {name},

“{title}” still waits for your signature. Last day: {until}.
Read it and sign it here:
{link}

A question? Call your cooperative.

{cooperative}`,
  },
  'signature-complete': {
    subject: '“{title}” is signed by everybody',
    body: `Hello {name},

“{title}” is signed by everybody.
You find it in “My papers”:
{link}

{cooperative}`,
  },
  'declaration-reminder': {
    subject: 'Declare {month} by {until}',
    body: `Hello {name},

We do not have your declaration for {month} yet. Last day: {until}.
Make it on your phone:
{link}

You received nothing? Tell us too: without an answer, we do not know.

Is it hard? Call us: we do it with you.

{cooperative}`,
  },
  'declaration-recap': {
    subject: 'Your declaration ({month}): is it right?',
    body: `Hello {name},

{staff} wrote your declaration ({month}) during your call. Number: {number}.
Look at each line, then answer yes or no:
{link}

You called nobody? Answer no, or call us.

{cooperative}`,
  },
  'declaration-returned': {
    subject: 'Your {month} declaration needs another look',
    body: `Hello {name},

{adviser} gives you back your {month} declaration:

“{reason}”

Everything you wrote is kept. Change what is needed, then send it again:
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
  'shared-services-given': {
    subject: 'The accounts of the shared services: {year}',
    body: `Hello {name},

The cooperative gives you the account of the shared services.
Financial year: {year}.
You read where the money comes from, what it paid for, and what is left.
{link}

A question? Talk about it with us.

{cooperative}`,
  },
  'shared-services-corrected': {
    subject: 'Account of the shared services corrected: {year}',
    body: `Hello {name},

The account of the shared services was corrected.
Financial year: {year}.
Why: {reason}

The new account is here:
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
  'tutoring-agreement': {
    subject: 'Your tutoring agreement with {other}',
    body: `Hello {name},

Here is what we propose for your tutoring with {other}.
Read it, then say yes or no here, without a password:
{link}

{cooperative}`,
  },
  'tutoring-review': {
    subject: 'Three questions about your tutoring with {other}',
    body: `Hello {name},

Your tutoring with {other} is over. Thank you!
Answer three questions here, without a password:
{link}

{cooperative}`,
  },
  'lead-admitted': {
    subject: 'Welcome to {cooperative}',
    body: `Hello {name},

Good news: {cooperative} takes you in.

{words}We are opening your file. You will get a message with what comes next.

A question? {reach}

{cooperative}`,
  },
  'lead-not-now': {
    subject: 'Your request: not now',
    body: `Hello {name},

Thank you for telling us about your project.
We cannot begin now. The door stays open.

{reason}

{words}Would you like to talk about it, or come back later? {reach}

{cooperative}`,
  },
  'lead-refused': {
    subject: 'Answer to your request',
    body: `Hello {name},

Thank you for telling us about your project.
We cannot take you in with this project.

{reason}

{words}You do not agree, or you have a question? {reach}
We erase your information two years after our last contact.

{cooperative}`,
  },
  'meeting-invitation': {
    subject: 'Information meeting on {day} at {time}',
    body: `Hello {name},

Would you like to test an activity? Come to our information meeting.

On {day} at {time}
{place}

There is nothing to prepare.
You cannot come? Answer this message.

{cooperative}`,
  },
  'meeting-cancelled': {
    subject: 'The meeting of {day} is cancelled',
    body: `Hello {name},

The information meeting of {day} at {time} is cancelled ({place}).
We will soon offer another date.

{cooperative}`,
  },
  'personal-copy-ready': {
    subject: 'Your copy is ready',
    body: `Hello {name},

The copy of the data is ready. You can open it until {until}:
{link}

The page asks you to sign in.
You asked for nothing? Call us at once.

{cooperative}`,
  },
  'interview-reminder': {
    subject: 'Your interview of {day}',
    body: `Hello {name},

You have an interview with {conductor}.

{day} {time}
{where}

You talk about your activity and what comes next. You have nothing to prepare.
You cannot come? Call your cooperative.

{cooperative}`,
  },
  'pieces-missing': {
    subject: 'Papers are missing from your file',
    body: `Hello {name},

To go on, we still need:

{pieces}

Take a photo with your phone and send it here:
{link}

Is a paper hard to find? Call us: we will look for it with you.

{cooperative}`,
  },
  ...endingMails,
} as const satisfies Record<keyof typeof fr, { subject: string; body: string }>
