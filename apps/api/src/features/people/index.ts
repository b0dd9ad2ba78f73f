export { archivePerson } from './archive-person.ts'
export { deleteCarriedFigures, insertCarriedFigure } from './carried-figures.ts'
export { insertPerson, type NewPerson } from './insert-person.ts'
export { searchWords } from './search-name.ts'
