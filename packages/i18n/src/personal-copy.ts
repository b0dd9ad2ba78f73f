import { personalCopy as en } from './en/personal-copy.ts'
import { personalCopy as fr } from './fr/personal-copy.ts'

/** Why sealed numbers were opened for a copy that the person asked for. */
export function ownCopyReason(locale: 'fr' | 'en'): string {
  return (locale === 'en' ? en : fr).askedByPerson
}

/** What a person reads first in the copy of their data: the name of the file and its text. */
export function personalCopyReadme(
  locale: 'fr' | 'en',
  params: { name: string; cooperative: string; count: string },
): { fileName: string; text: string } {
  const { fileName, text } = locale === 'en' ? en : fr
  const filled = text
    .replace('{name}', () => params.name)
    .replace('{cooperative}', () => params.cooperative)
    .replace('{count}', () => params.count)
  return { fileName, text: filled }
}
