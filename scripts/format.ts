import { show, tool } from './programs.ts'

process.exitCode = await show(tool('biome'), ['check', '--write', '.'])
