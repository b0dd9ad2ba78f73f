import react from '@vitejs/plugin-react'
import { type BuildEnvironmentOptions, defineConfig } from 'vite'
import { mantineVariables } from './build/mantine-variables.ts'
import { offlineFiles } from './build/offline-files.ts'
import { precompressed } from './build/precompressed.ts'
import { smallPreload } from './build/small-preload.ts'
import { twoShells } from './build/two-shells.ts'

const root = import.meta.dirname
const FORMS = /ui\/phone\/(field-frame|text-field|select-field)|field-errors|error-summary/

const MONTHS = /declarations\/phone\/(queries|month-|keep\/(kept|device))|idb-keyval/

/*
 * The two shells are built apart, one after the other into the same folder: a module they share is then
 * cut to what each really uses, and a phone never fetches what only the staff pages need. What an entry
 * imports without being asked ('$initial') is one file, because each request costs a phone dearly.
 */
function shell(name: string, input: Record<string, string>): BuildEnvironmentOptions {
  return {
    emptyOutDir: false,
    rolldownOptions: {
      input,
      output: {
        // A service worker rules the addresses below its own: it must sit at the root, under one name.
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // The shell names every other file: short names weigh less.
        chunkFileNames: 'assets/[hash].js',
        codeSplitting: {
          groups: [
            { name, tags: ['$initial'], test: /(?<!service-worker\.ts)$/ },
            { name: `${name}-acts`, test: /seMutation|mutationObserver/, minShareCount: 2 },
            { name: `${name}-forms`, test: FORMS, minShareCount: 2 },
            {
              name: `${name}-kit`,
              test: /money-text|summary-list|i18n\/src\/format/,
              minShareCount: 2,
            },
            { name: `${name}-months`, test: MONTHS, minShareCount: 2 },
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
    mantineVariables(),
    twoShells(),
    smallPreload(),
    offlineFiles(),
    precompressed(),
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
        ...shell('phone', { phone: `${root}/phone.html`, sw: `${root}/src/service-worker.ts` }),
        emptyOutDir: true,
        // What each phone page fetches: the check of their weight reads it.
        manifest: true,
      },
    },
    staff: {
      consumer: 'client',
      build: { ...shell('staff', { staff: `${root}/staff.html` }), copyPublicDir: false },
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
