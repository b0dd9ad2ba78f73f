export const declarationsEndpoints = [] as const
