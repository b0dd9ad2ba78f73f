import { defineConfig } from '@playwright/test'
import { hasPlentyOfMemory } from '../../db/test-folder.ts'
import { demoUrl, WORKERS } from './support/workers.ts'

const chromium = process.env.CHROMIUM_PATH

/**
 * Journeys in a real Chromium. Those of one file follow each other on one demonstration; each worker has its
 * own, so files run side by side. The walk only looks, and its tests run in any order.
 */
export default defineConfig({
  testDir: './tests',
  outputDir: './test-results',
  workers: WORKERS,
  projects: [
    { name: 'journeys', testIgnore: /walk\.spec/ },
    { name: 'walk', testMatch: /walk\.spec/, fullyParallel: true },
  ],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: './support/global-setup.ts',
  use: {
    baseURL: demoUrl(),
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
        // No page lives long enough to earn back what its most thorough compiler costs, and two cores feel it.
        '--js-flags=--no-opt',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A microphone that beeps; whether a page may use it is for each journey to say.
        '--use-fake-device-for-media-stream',
        // What is drawn passes from process to process: through files where memory is scarce.
        ...(hasPlentyOfMemory() ? [] : ['--disable-dev-shm-usage']),
      ],
    },
  },
})
