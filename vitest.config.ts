import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Rules keep nothing between calls: files share what they load.
          isolate: false,
          // Right or wrong, not fast: other checks run beside these.
          testTimeout: 30_000,
          include: ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['apps/api/**/*.test.ts', 'db/**/*.test.ts'],
          globalSetup: ['db/test-global-setup.ts'],
          pool: 'forks',
          // Two cores: more workers would only wait for each other and for PostgreSQL.
          maxWorkers: 2,
          // Each file has its own database and its own server: loading the product once per worker will do.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
