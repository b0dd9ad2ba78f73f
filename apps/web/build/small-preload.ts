import type { Plugin } from 'vite'

const HELPER = '\0vite/preload-helper.js'

/*
 * Fetches what a page needs beside its own file: its style sheet before it is drawn, its scripts at once.
 * Vite's helper does the same for old browsers and other bases, at four times the weight.
 */
const CODE = `
const ask = (file) => {
  const href = '/' + file
  if (document.querySelector('link[href="' + href + '"]')) return
  const link = document.createElement('link')
  const isStyle = file.endsWith('.css')
  link.rel = isStyle ? 'stylesheet' : 'modulepreload'
  link.href = href
  document.head.append(link)
  if (isStyle) return new Promise((done) => { link.onload = link.onerror = done })
}
export const __vitePreload = (load, files = []) => Promise.all(files.map(ask)).then(load)
`

/** Replaces Vite's preload helper on the phone and staff pages. */
export function smallPreload(): Plugin {
  return {
    name: 'terreau-small-preload',
    enforce: 'pre',
    apply: 'build',
    load: (id) => (id === HELPER ? CODE : undefined),
  }
}
