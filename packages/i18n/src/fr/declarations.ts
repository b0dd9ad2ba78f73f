export const declarations = {} as const
