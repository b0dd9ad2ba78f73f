export const contractsPhone = {} as const
