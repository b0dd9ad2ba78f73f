import { type Product, startProduct } from './product.ts'

/**
 * Two installations for the whole run: a demonstration to walk through, and an empty one to set up.
 * With E2E_URL (and E2E_EMPTY_URL, E2E_EMPTY_SETUP_CODE) journeys use those that already run.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.E2E_URL !== undefined) return async () => undefined
  const products: Product[] = await Promise.all([
    startProduct({ TERREAU_DEMO: '1' }),
    startProduct({ TERREAU_DEMO: '0' }),
  ])
  const [demo, empty] = products
  process.env.E2E_URL = demo?.url ?? ''
  process.env.E2E_EMPTY_URL = empty?.url ?? ''
  process.env.E2E_EMPTY_SETUP_CODE = empty?.setupCode ?? ''
  return async () => {
    await Promise.all(products.map((product) => product.stop()))
  }
}
