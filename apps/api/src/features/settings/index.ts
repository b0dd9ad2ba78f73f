export { insertScheme, type NewScheme } from './create-scheme.ts'
export { insertExchangeRate, insertSetting } from './insert-dated.ts'
export { lastClosedDay, settingOn, settingsOn } from './queries.ts'
export { type SchemeRow, toScheme } from './scheme-row.ts'
