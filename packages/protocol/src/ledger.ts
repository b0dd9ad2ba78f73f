export const ledgerEndpoints = [] as const
