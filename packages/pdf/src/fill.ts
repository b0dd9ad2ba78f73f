import { elided } from '@terreau/i18n/elision'

/**
 * Puts values in a template: `fill('Fait à {place}', { place: 'Lyon' })`. One pass, so a value that
 * itself contains braces is printed as it is. Throws when a value is missing.
 */
export function fill(template: string, params: Readonly<Record<string, string>>): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`no value for {${name}} in: ${template}`)
    return value
  })
  return elided(filled)
}

/** A value that ends a sentence of a template, which has its own full stop: "etc." is not "etc..". */
export function withoutStop(value: string): string {
  return value.replace(/(?<!\.)\.$/, '')
}
