export { SETTING_KEYS, type SettingKey, settingOn, settingsOn } from './queries.ts'
