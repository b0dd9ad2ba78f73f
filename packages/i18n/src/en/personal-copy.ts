import type { personalCopy as source } from '../fr/personal-copy.ts'
import type { Translation } from '../t.ts'

export const personalCopy = {
  askedByPerson: 'Copy of my data, asked for by me',
  erased: { given: 'Erased', family: 'person #' },
  fileName: 'READ-ME.txt',
  text: `Copy of everything kept about {name}
{cooperative}

data.json: what is written about you, by subject.
The folders: your files ({count}), as they were received or issued.

In data.json, “subjects” holds:
  identity        who you are, how to reach you, who follows you, your numbers
  path            your path before the contract, the pieces asked for
  contracts       your activities, your contracts, your dates
  signatures      what you were asked to sign, and what you signed
  right_to_work   your residence permit and what was checked
  money           your declarations, your accounts, your closed months (amounts in cents)
  certificates    the certificates issued for you
  tutoring        your tutoring hours
  documents       the list of your papers
  messages        the messages sent to your address
  access          your sign-ins, who opened your papers, the copies made before
  history         what was done on your file, by whom and when

Other project holders are not named. People who work for the cooperative are.
“left_out” says what is not in the copy, and why.
A mistake? Tell the cooperative: it corrects it.
`,
} as const satisfies Translation<typeof source>
