// The import law (docs/architecture.md). Tests may import test tools beside what they test.
const tests = '\\.test\\.tsx?$'
const npm = (...names) => `^node_modules/(${names.join('|')})/`

/** Lowest first: a feature may use only those before it, and only through their index.ts. */
const featureOrder = [
  'ledger',
  'access',
  'settings',
  'people',
  'documents',
  'clocks',
  'right-to-work',
  'signatures',
  'activities',
  'contracts',
  'declarations',
  'closing',
  'attestations',
  'clubs',
  'tutoring',
  'onboarding',
  'interviews',
  'impact',
  'personal-data',
  'imports',
  'pay',
  'approvals',
  'home',
]
const feature = (name) => `^apps/api/src/features/${name}/`
const higher = (name) => featureOrder.slice(featureOrder.indexOf(name) + 1).join('|')

const featureRules = featureOrder.slice(0, -1).map((name) => ({
  name: `feature-order-${name}`,
  comment: `${name} may not use a feature that comes after it: ${higher(name)}.`,
  severity: 'error',
  from: { path: feature(name), pathNot: tests },
  to: { path: feature(`(${higher(name)})`) },
}))

/** `from` may import nothing but `allowed`. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: allowed },
})

/** `from` may not import `forbidden`. */
const never = (name, comment, from, forbidden) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from, pathNot: tests } : from,
  to: typeof forbidden === 'string' ? { path: forbidden } : forbidden,
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment:
        'A cycle has no order in which to read it. One is left, of types: what can be signed is a service, and signing takes the context, which holds the services.',
      severity: 'error',
      from: { pathNot: '^apps/api/src/platform/(context|services|signable-kind)\\.ts$' },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'Every import names something that exists.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    only('domain-is-pure', 'The rules import nothing but themselves.', '^packages/domain/src/', [
      '^packages/domain/src/',
      npm('dayjs'),
    ]),
    never(
      'dayjs-in-time-only',
      'Dates are our own type: one folder knows the library.',
      { path: '^packages/domain/src/', pathNot: ['^packages/domain/src/time/', tests] },
      npm('dayjs'),
    ),
    only('i18n-alone', 'Words depend on nothing.', '^packages/i18n/src/', ['^packages/i18n/src/']),
    only('protocol', 'The wire knows zod and the domain.', '^packages/protocol/src/', [
      '^packages/(protocol|domain)/src/',
      npm('zod'),
    ]),
    only(
      'pdf',
      'Documents know the domain and words: no database, no network.',
      '^packages/pdf/src/',
      [
        '^packages/(pdf|domain|i18n)/',
        npm('pdfkit', 'fontkit', 'qrcode', '@types/pdfkit', '@types/qrcode'),
        '^(node:)?(fs|fs/promises|path|url|crypto|stream|buffer|util|worker_threads|module|zlib)$',
      ],
    ),
    never(
      'pdfkit-in-primitives',
      'A layout calls primitives, never the library.',
      {
        path: '^packages/pdf/src/',
        pathNot: ['^packages/pdf/src/(primitives/|fonts/|render\\.ts)', tests],
      },
      npm('pdfkit', 'fontkit', '@types/pdfkit'),
    ),
    never('db-alone', 'The database is below the product.', '^db/', '^(apps|packages)/'),
    never(
      'platform-below-features',
      'The platform knows no feature.',
      '^apps/api/src/platform/',
      '^apps/api/src/(features|start)/',
    ),
    {
      name: 'feature-face',
      comment: 'Another feature is used through its index.ts only.',
      severity: 'error',
      from: { path: '^apps/api/src/features/([^/]+)/', pathNot: tests },
      to: {
        path: '^apps/api/src/features/[^/]+/',
        pathNot: ['^apps/api/src/features/$1/', '/index\\.ts$'],
      },
    },
    ...featureRules,
    never(
      'hono-at-the-door',
      'Only routes know HTTP; the template of a page is not HTTP.',
      {
        path: '^apps/api/src/features/[^/]+/',
        pathNot: ['routes[^/]*\\.ts$', tests],
      },
      { path: npm('hono', '@hono/[^/]+'), pathNot: '/helper/html/' },
    ),
    never('web-not-server', 'The pages import no server code.', '^apps/web/', '^(apps/api|db)/'),
    never(
      'server-not-web',
      'The server imports no page.',
      '^(apps/api|packages|db)/',
      '^apps/web/',
    ),
    {
      name: 'web-protocol-types-only',
      comment: 'zod must not reach the browser: import type from the protocol.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: tests },
      to: { path: '^packages/protocol/', dependencyTypesNot: ['type-only'] },
    },
    never('web-not-pdf', 'Documents are made on the server.', '^apps/web/', '^packages/pdf/'),
    never(
      'web-base-below-features',
      'Bricks know no feature.',
      '^apps/web/src/(ui|lib)/',
      '^apps/web/src/(features|app)/',
    ),
    {
      name: 'web-features-apart',
      comment: 'Pages of two features meet in app only.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/', pathNot: tests },
      to: {
        path: '^apps/web/src/(features|app)/',
        pathNot: '^apps/web/src/features/$1/',
      },
    },
    never(
      'no-test-code',
      'The product never imports its tests.',
      { path: '^(apps/(api|web)/src|packages/[^/]+/src|db)/', pathNot: [tests, '^db/test-'] },
      `${tests}|^apps/api/(test|bars|bench)/|^db/test-|${npm('vitest', 'fast-check')}`,
    ),
    never('scripts-are-tools', 'Nothing imports scripts.', '^(apps|packages|db)/', '^scripts/'),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|packages)/[^/]+/(dist|coverage|test-results)/' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}
