export { insertScheme, type NewScheme } from './create-scheme.ts'
export { settingOn, settingsOn } from './queries.ts'
