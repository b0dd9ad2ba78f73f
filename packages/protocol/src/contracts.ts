export const contractsEndpoints = [] as const
