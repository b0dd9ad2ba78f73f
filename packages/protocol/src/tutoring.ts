export const tutoringEndpoints = [] as const
