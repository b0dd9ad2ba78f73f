import { useEffect, useState } from 'react'
import { phoneWords } from './words.ts'

/**
 * The catalogue with the sentences of refusals, fetched the first time one is needed: most visits need
 * none. Null while they are on their way; without network the general sentences have to do.
 */
export function useProblemWords(isNeeded: boolean): object | null {
  const catalogue = phoneWords.useCatalogue()
  const [isReady, setReady] = useState('problems' in catalogue)
  useEffect(() => {
    if (isNeeded && !isReady) {
      void phoneWords
        .need(['problems', 'fieldErrors'])
        .catch(() => undefined)
        .then(() => setReady(true))
    }
  }, [isNeeded, isReady])
  return isReady ? catalogue : null
}
