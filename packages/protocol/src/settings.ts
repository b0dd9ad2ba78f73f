export const settingsEndpoints = [] as const
