export { insertPerson, type NewPerson } from './insert-person.ts'
