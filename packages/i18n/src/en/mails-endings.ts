import type { endingMails as fr } from '../fr/mails-endings.ts'

/** What says that a permit or another paper comes to its end. */
export const endingMails = {
  'permit-ending': {
    subject: 'An important paper of yours ends soon',
    body: `Hello {name},

Your residence permit ends on {until}.
Without a valid permit you cannot go on working with us.

What to do?
- Ask for the renewal now, on the site for foreigners in France or at the prefecture.
- Keep the proof of your request: receipt or extension certificate.
- Take a photo of this proof or of the new card, and send it here:
{link}

To bring to your adviser: the original card, and the original of the new paper.
Are you registered with France Travail? Tell them the new date too.

You have asked already, or it is hard? Call us: we do it with you.

{cooperative}`,
  },
  'permit-over': {
    subject: 'An important paper of yours comes to its end: call us',
    body: `Hello {name},

The last day of your residence permit is {until}. We have no new paper.
Call your adviser today. Nothing is decided before we have talked with you.

To bring: the original card, and the proof of your request (receipt, certificate, or appointment).
You have this proof already? Send a photo of it here:
{link}

{cooperative}`,
  },
  'permit-refused': {
    subject: 'A paper to send again',
    body: `Hello {name},

The photo you sent cannot be used (residence permit, receipt or authorisation).
Why: {reason}

Take another photo and send it here:
{link}

Is it difficult? Call us: we do it with you.

{cooperative}`,
  },
  'permit-ending-office': {
    subject: 'A residence permit ends soon',
    body: `Hello {name},

The residence permit of {person} ends on {until}. The person got a mail that says what to do.

Ask how far the renewal is. A recorded proof (receipt, extension of 3 months) moves the date and stops these messages:
{link}

Without a proof, a decision is needed on that day (C. trav. L8251-1).

{cooperative}`,
  },
  'permit-ending-office-call': {
    subject: 'To call: a residence permit ends soon',
    body: `Hello {name},

The residence permit of {person} ends on {until}. No mail has left: the person reads none, or has no address.
Call or write: {phone}

To say: ask for the renewal now, keep the receipt, bring the original card and the original of the new paper.
A recorded proof (receipt, extension of 3 months) moves the date and stops these messages:
{link}

Without a proof, a decision is needed on that day (C. trav. L8251-1).

{cooperative}`,
  },
  'permit-over-office': {
    subject: 'Decision needed: a residence permit comes to its end',
    body: `Hello {name},

The last day of the residence permit of {person} is {until}. No proof of a renewal is recorded.
Call the person today: {phone}

Then decide, with the direction, and say why. Nothing is decided by itself (C. trav. L8251-1):
{link}

{cooperative}`,
  },
  'exit-survey': {
    subject: 'And now? Three questions',
    body: `Hello {name},

Your contract with us has ended. Thank you for this time together.
What do you do now? Three questions, one minute, no password:
{link}

Answering is up to you. Your cooperative reads your answers and counts, without names, what becomes of people.

{cooperative}`,
  },
  'exit-survey-later': {
    subject: 'Six months later: how are you doing?',
    body: `Hello {name},

You left us six months ago. What has become of you?
Three questions, one minute, no password:
{link}

Answering is up to you. Your cooperative reads your answers and counts, without names, what becomes of people.
This is our last message about it.

{cooperative}`,
  },
  'paper-ending': {
    subject: 'A paper of your file ends soon',
    body: `Hello {name},

This paper of your file ends on {until}:
{paper}

What to do?
- Ask for the new paper now.
- You have it already? Bring it to your adviser, or tell them: they will send you what you need to photograph it.

Your space: {link}

{cooperative}`,
  },
  'paper-ending-send': {
    subject: 'A paper of your file ends soon',
    body: `Hello {name},

This paper of your file ends on {until}:
{paper}

What to do?
- Ask for the new paper now.
- You have it already? Send a photo here, from your phone: {link}

The paper before counts until its day. We tell you whether the new one is accepted.

{cooperative}`,
  },
  'paper-ending-office': {
    subject: 'A paper ends soon',
    body: `Hello {name},

A paper of {person} ends on {until}: {paper}.
The person got an e-mail that says what to do.

Ask them for this paper again here. A new paper that is accepted stops these messages:
{link}

{cooperative}`,
  },
  'paper-ending-office-call': {
    subject: 'To call: a paper ends soon',
    body: `Hello {name},

A paper of {person} ends on {until}: {paper}.
No e-mail was sent: the person reads none, or has no address.
Call or write to them: {phone}

A new paper that is accepted stops these messages:
{link}

{cooperative}`,
  },
} as const satisfies Record<keyof typeof fr, { subject: string; body: string }>
