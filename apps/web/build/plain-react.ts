import type { Plugin } from 'vite'

/** What the phone pages and their libraries take from React. A name that is missing stops the build. */
const NAMES = {
  react: [
    'Component',
    'Fragment',
    'StrictMode',
    'Suspense',
    'cloneElement',
    'createContext',
    'createElement',
    'forwardRef',
    'isValidElement',
    'lazy',
    'useCallback',
    'useContext',
    'useEffect',
    'useId',
    'useInsertionEffect',
    'useLayoutEffect',
    'useMemo',
    'useRef',
    'useState',
    'useSyncExternalStore',
  ],
  'react/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
}
const PREFIX = '\0plain:'

/**
 * React is published as CommonJS: every file that uses it would unwrap it anew and reach each function through
 * that object, `(0, react.useState)()`. Here it is unwrapped once, in the shell, and each file imports plain names.
 */
export function plainReact(): Plugin {
  return {
    name: 'terreau-plain-react',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId(source, importer = '') {
      const isReact = /\/node_modules\/(react|react-dom|scheduler)\//.test(importer)
      const isOurs = !isReact && !importer.startsWith(PREFIX)
      return isOurs && Object.hasOwn(NAMES, source) ? PREFIX + source : null
    },
    load(id) {
      const [source, names] = Object.entries(NAMES).find(([name]) => id === PREFIX + name) ?? []
      if (!source || !names) return null
      const lines = names.map((name) => `export const ${name} = all.${name}`)
      return [`import all from '${source}'`, ...lines].join('\n')
    },
  }
}
