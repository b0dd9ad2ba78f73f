import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
