import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { mantineVariables } from './build/mantine-variables.ts'
import { twoShells } from './build/two-shells.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), mantineVariables(), twoShells()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // An inlined asset would be a data: URL, which the content security policy refuses for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        phone: `${import.meta.dirname}/phone.html`,
        staff: `${import.meta.dirname}/staff.html`,
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
})
