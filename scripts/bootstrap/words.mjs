/** French, like all that the terminal says, unless `--lang en` asks otherwise. */
const isEnglish = / --lang[ =]en( |$)/.test(` ${process.argv.slice(2).join(' ')}`)

/** One line on the terminal, of words in both languages: `{ fr, en }`. */
export function say(said) {
  process.stderr.write(isEnglish ? `Terreau: ${said.en}\n` : `Terreau : ${said.fr}\n`)
}

/** Why nothing can be started: `{ fr, en }` for the person at the terminal; anything else is a fault of ours. */
export class BootstrapError extends Error {
  constructor(said) {
    super(said.en)
    this.said = said
  }
}

/** Reasons that a file system or a network gives, in plain words. */
export function plainReason(text) {
  if (/ENOSPC|No space left/.test(text)) {
    return { fr: 'le disque est plein', en: 'the disk is full' }
  }
  if (/EACCES|EPERM|EROFS/.test(text)) {
    return {
      fr: 'il n’est pas permis d’écrire dans ce dossier',
      en: 'this folder may not be written',
    }
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/.test(text)) {
    return {
      fr: 'le registre de npm ne répond pas : vérifiez le réseau',
      en: 'the npm registry cannot be reached: check the network',
    }
  }
  if (/E404|ETARGET|EBADPLATFORM/.test(text)) {
    return {
      fr: 'aucun paquet ne convient à ce système',
      en: 'this system has no matching package',
    }
  }
  if (/EUSAGE.*in sync/s.test(text)) {
    return {
      fr: 'package-lock.json ne correspond pas à package.json',
      en: 'package-lock.json does not match package.json',
    }
  }
  const line = text.match(/npm (?:error|ERR!) (?!code)(.*)/)?.[1]
  return line ? { fr: line, en: line } : { fr: 'voir ci-dessus', en: 'the reason is above' }
}
