import { defineConfig } from '@playwright/test'

const chromium = process.env.CHROMIUM_PATH

/**
 * Journeys in a real Chromium, one after the other: they share one cooperative, like people do. The walk
 * comes after them and only looks, so it takes both cores.
 */
export default defineConfig({
  testDir: './tests',
  outputDir: './test-results',
  workers: 2,
  projects: [
    { name: 'journeys', testIgnore: /walk\.spec/, fullyParallel: false, workers: 1 },
    {
      name: 'walk',
      testMatch: /walk\.spec/,
      fullyParallel: true,
      workers: 2,
      dependencies: ['journeys'],
    },
  ],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: './support/global-setup.ts',
  use: {
    baseURL: process.env.E2E_URL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
})
