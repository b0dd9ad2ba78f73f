import react from '@vitejs/plugin-react'
import { type BuildEnvironmentOptions, defineConfig } from 'vite'
import { mantineVariables } from './build/mantine-variables.ts'
import { offlineFiles } from './build/offline-files.ts'
import { plainReact } from './build/plain-react.ts'
import { precompressed } from './build/precompressed.ts'
import { smallPreload } from './build/small-preload.ts'
import { twoShells } from './build/two-shells.ts'

const root = import.meta.dirname
/*
 * What pages share is cut by hand: left alone it becomes twenty files of a few hundred bytes, each a request,
 * and each compressed without what the others say alike.
 */
const SHARED = {
  base: /lib\/instant|money-text|summary-list|i18n\/src\/format|domain\/src\/(time\/local-date|assert)|first-upper/,
  forms: /ui\/phone\/(field-frame|text-field|select-field)|field-errors|error-summary/,
  acts: /seMutation|mutationObserver|after-write/,
  months: /declarations\/phone\/(queries|month-|keep\/device)|idb-keyval/,
  wizard:
    /domain\/src\/(money|sales|declarations\/(breakdown|payment-means))|declarations\/phone\/(line-|sale-words|removed|receipt-words|use-wizard|choice-form|saved-line|keep\/(draft|keepers|same))/,
  photo: /shrink-photo|phone\/file-field/,
  voice: /ui\/voice-player|lib\/use-fetched|phone\/voice\/voice-field/,
  amount: /ui\/(amount-text|phone\/amount-field)|ambiguous-amount/,
}
type Shared = keyof typeof SHARED
const PHONE: readonly Shared[] = [
  'base',
  'forms',
  'acts',
  'months',
  'wizard',
  'photo',
  'voice',
  'amount',
]
const STAFF: readonly Shared[] = ['base', 'acts']

/*
 * The two shells are built apart, one after the other into the same folder: a module they share is then
 * cut to what each really uses, and a phone never fetches what only the staff pages need. What an entry
 * imports without being asked ('$initial') is one file, because each request costs a phone dearly.
 */
function shell(
  name: string,
  shared: readonly Shared[],
  input: Record<string, string>,
): BuildEnvironmentOptions {
  return {
    emptyOutDir: false,
    rolldownOptions: {
      input,
      output: {
        // A service worker rules the addresses below its own: it must sit at the root, under one name.
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // The shell names every other file: short names weigh less.
        chunkFileNames: 'assets/[hash:7].js',
        codeSplitting: {
          groups: [
            { name, tags: ['$initial'], test: /(?<!service-worker\.ts)$/ },
            ...shared.map((part) => ({
              name: `${name}-${part}`,
              test: SHARED[part],
              minShareCount: 2,
              // What a screen of a declaration imports beside may belong to a page that is none.
              includeDependenciesRecursively: part !== 'wizard',
            })),
          ],
        },
      },
    },
  }
}

export default defineConfig({
  root,
  plugins: [
    react(),
    plainReact(),
    mantineVariables(),
    twoShells(),
    smallPreload(),
    offlineFiles(),
    precompressed({ zopfliFor: ['client'] }),
  ],
  resolve: {
    alias: {
      'use-sync-external-store/shim/index.js': `${root}/build/use-sync-external-store.ts`,
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // An inlined asset would be a data: URL, which the content security policy refuses for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  environments: {
    client: {
      build: {
        ...shell('phone', PHONE, {
          phone: `${root}/phone.html`,
          sw: `${root}/src/service-worker.ts`,
        }),
        emptyOutDir: true,
        // What each phone page fetches: the check of their weight reads it.
        manifest: true,
      },
    },
    staff: {
      consumer: 'client',
      build: { ...shell('staff', STAFF, { staff: `${root}/staff.html` }), copyPublicDir: false },
    },
  },
  builder: {
    async buildApp({ build, environments }) {
      for (const environment of [environments.client, environments.staff]) {
        if (environment) await build(environment)
      }
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
})
