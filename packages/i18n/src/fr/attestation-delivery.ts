/** How a certificate reaches its person. */
export const attestationDelivery = {
  title: 'Remise à la personne',
  notYet: 'Pas encore donnée.',
  onPaper: 'Donnée sur papier',
  wished: {
    email: 'Cette personne lit ses e-mails : le lien part tout seul.',
    phone: 'Cette personne préfère un appel. Donnez-lui le lien ou le papier.',
    sms: 'Cette personne préfère le SMS. Envoyez-lui le lien depuis votre téléphone.',
    whatsapp: 'Cette personne préfère WhatsApp. Envoyez-lui le lien depuis votre téléphone.',
    paper: 'Aucun message ne peut l’atteindre, ou elle n’a pas de compte : donnez-lui le papier.',
  },
  done: {
    email: 'E-mail parti le {date}',
    copy: 'Lien copié pour la personne le {date}',
    sms: 'Lien donné par SMS le {date}',
    whatsapp: 'Lien donné par WhatsApp le {date}',
    paper: 'Donnée sur papier le {date}',
  },
  by: {
    email: 'E-mail',
    phone: 'Appel : lien ou papier à donner',
    sms: 'SMS : lien à donner',
    whatsapp: 'WhatsApp : lien à donner',
    paper: 'À imprimer',
  },
  given: {
    email: 'Par e-mail',
    copy: 'Lien donné',
    sms: 'Par SMS',
    whatsapp: 'Par WhatsApp',
    paper: 'Sur papier',
  },
  countTitle: 'Remise aux personnes',
  count: {
    email: 'Par e-mail : {count}',
    copy: 'Par un lien copié : {count}',
    sms: 'Par SMS : {count}',
    whatsapp: 'Par WhatsApp : {count}',
    paper: 'Sur papier : {count}',
    waiting: 'Pas encore données : {count}',
  },
} as const
