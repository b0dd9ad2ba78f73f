import { execFileSync } from 'node:child_process'
import { documentModel } from '@terreau/pdf/document-kinds'
import { UnsupportedCharactersError } from '@terreau/pdf/printable-text'
import { renderPdf } from '@terreau/pdf/render'
import { incomeFacts } from '../../../packages/pdf/test/given-certificates.ts'
import { type Bar, type BarOptions, fact } from './bar.ts'
import { NAMES, REFUSED } from './names-data.ts'

/** Each name on a certificate, read back as a computer reads it. */
export const names: Bar = {
  name: 'names',
  promise: 'a name is printed letter by letter as it is, or clearly refused',
  sabotage: 'names reduced to plain letters before they are printed',
  async run(options) {
    const people = chosen(options)
    let same = 0
    let refused = 0
    for (const name of people.map(({ name: one }) => one)) {
      const printed = await readBack(options.isSabotaged ? plain(name) : name)
      if (printed === null) refused += 1
      else if (squeezed(printed).includes(squeezed(`atteste que ${name} est titulaire`))) same += 1
    }
    const toRefuse = people.filter(({ language }) => REFUSED.has(language)).length
    return {
      checks: [
        fact('names that come back letter by letter', same, people.length - toRefuse),
        fact('names refused because of their letters', refused, toRefuse),
      ],
      counts: { names: people.length, languages: Object.keys(NAMES).length },
    }
  },
}

function chosen({ isSmall }: BarOptions): { language: string; name: string }[] {
  return Object.entries(NAMES).flatMap(([language, list]) => {
    const all = list.split('|').map((name) => ({ language, name }))
    return isSmall ? all.slice(0, 1) : all
  })
}

/** The text of a certificate for this person; null when it is refused. */
async function readBack(fullName: string): Promise<string | null> {
  const facts = { ...incomeFacts, person: { ...incomeFacts.person, fullName } }
  try {
    const model = documentModel('monthly-income-certificate', facts, 'fr')
    const pdf = await renderPdf('monthly-income-certificate', model, { createdAt: new Date(0) })
    return execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  } catch (error) {
    if (error instanceof UnsupportedCharactersError) return null
    throw error
  }
}

/** Poppler may put a space before a mark that no letter carries, and a line ends where it must. */
function squeezed(text: string): string {
  return text.normalize('NFC').replaceAll(/\s/g, '')
}

function plain(name: string): string {
  return name.normalize('NFD').replaceAll(/[^ -~]/g, '')
}
