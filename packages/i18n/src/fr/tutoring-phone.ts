export const tutoringPhone = {} as const
