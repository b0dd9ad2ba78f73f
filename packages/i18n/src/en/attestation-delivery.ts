import type { attestationDelivery as fr } from '../fr/attestation-delivery.ts'
import type { Translation } from '../t.ts'

export const attestationDelivery: Translation<typeof fr> = {
  title: 'How it reaches the person',
  notYet: 'Not given yet.',
  onPaper: 'Given on paper',
  wished: {
    email: 'This person reads e-mails: the link leaves by itself.',
    phone: 'This person prefers a call. Give them the link or the paper.',
    sms: 'This person prefers a text message. Send them the link from your phone.',
    whatsapp: 'This person prefers WhatsApp. Send them the link from your phone.',
    paper: 'No message can reach them, or they have no account: give them the paper.',
  },
  done: {
    email: 'E-mail sent on {date}',
    copy: 'Link copied for the person on {date}',
    sms: 'Link given by text message on {date}',
    whatsapp: 'Link given through WhatsApp on {date}',
    paper: 'Given on paper on {date}',
  },
  by: {
    email: 'E-mail',
    phone: 'Call: link or paper to give',
    sms: 'Text message: link to give',
    whatsapp: 'WhatsApp: link to give',
    paper: 'To print',
  },
  given: {
    email: 'By e-mail',
    copy: 'Link given',
    sms: 'By text message',
    whatsapp: 'Through WhatsApp',
    paper: 'On paper',
  },
  countTitle: 'How they reached people',
  count: {
    email: 'By e-mail: {count}',
    copy: 'By a copied link: {count}',
    sms: 'By text message: {count}',
    whatsapp: 'Through WhatsApp: {count}',
    paper: 'On paper: {count}',
    waiting: 'Not given yet: {count}',
  },
}
