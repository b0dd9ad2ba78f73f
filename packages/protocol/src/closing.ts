export const closingEndpoints = [] as const
