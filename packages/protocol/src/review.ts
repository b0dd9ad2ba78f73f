export const reviewEndpoints = [] as const
