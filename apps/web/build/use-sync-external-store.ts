/** The router asks for a copy of this hook meant for React 17; React has had its own since. */
export { useSyncExternalStore } from 'react'
