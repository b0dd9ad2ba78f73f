export { insertPerson, type NewPerson } from './insert-person.ts'
export { searchWords } from './search-name.ts'
