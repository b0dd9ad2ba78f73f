import type { personalDataPhone as source } from '../fr/personal-data-phone.ts'
import type { Translation } from '../t.ts'

export const personalDataPhone = {
  title: 'My data',
  lead: 'You can have a copy of everything the cooperative keeps about you.',
  hint: 'The copy holds your texts, your figures, your numbers and your files.',
  ask: 'Ask for my copy',
  copies: {
    title: 'Copies asked for',
    none: 'You have no copy yet.',
    asked: 'Asked for on {on}',
    byOffice: 'Asked for by {who}, on {on}',
    why: 'Why: {reason}',
    counting: 'The copy is being prepared.',
    progress: 'The copy is being prepared: {done} files of {total}.',
    mail: 'You get a message when it is ready.',
    until: 'Ready. You can open it until {on} ({size}).',
    open: 'Open the copy',
    save: 'Save the file',
    expired: 'This copy is erased. Ask for another one.',
    openedBy: 'Opened by {who}, on {on}',
    neverOpened: 'Nobody opened it.',
  },
  kept: {
    title: 'What we keep',
    running: 'Your contract or your support goes on: we keep your whole file.',
    until: '{kind}: until {on}',
    erased: '{kind}: erased already',
    kinds: {
      contact: 'Address, phone, exchanges',
      papers: 'Identity paper and other papers',
      right_to_work: 'Residence permit',
      pay: 'Numbers for pay',
      contract: 'Contracts',
      attestation: 'Certificates',
      tutoring: 'Notes of tutoring',
      identity: 'Name and account',
    },
  },
  erasure: {
    hint: 'You can ask to erase your data. The law makes us keep some of them.',
    ask: 'Ask to be erased',
    asked: 'Your request of {on} has arrived. The cooperative answers within a month.',
    refused: {
      contract_runs:
        'The cooperative cannot erase while your contract runs. It needs the data to keep it.',
      kept_by_law:
        'The cooperative cannot erase yet. The law makes it keep data, until the dates above.',
      dispute: 'The cooperative cannot erase during a dispute.',
    },
    complain: 'If you do not agree, you can write to the data authority: cnil.fr.',
  },
} as const satisfies Translation<typeof source>
