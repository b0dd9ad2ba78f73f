import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Two pages share one address space: /gestion is the staff page, everything else the phone page. In
 * development this plugin chooses; in production the API does. It also preloads the Latin font.
 */
export function twoShells(): Plugin {
  return {
    name: 'terreau-two-shells',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/'
        const isPage = request.headers.accept?.includes('text/html') && !path.includes('.')
        if (isPage && !path.startsWith('/api/')) {
          request.url = /^\/gestion(\/|$)/.test(path) ? '/staff.html' : '/phone.html'
        }
        next()
      })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter(isLatinFont)
          .map(preload),
    },
  }
}

function isLatinFont(fileName: string): boolean {
  return /noto-sans-latin-wght[\w.-]*\.woff2$/.test(fileName)
}

function preload(fileName: string): HtmlTagDescriptor {
  const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '' }
  return { tag: 'link', attrs: { ...attrs, href: `/${fileName}` }, injectTo: 'head' }
}
