import {
  type ConvertCSSVariablesInput,
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core'
import type { Plugin } from 'vite'
import { PALETTE_NAMES, theme, themeVariables } from '../src/ui/staff/theme.ts'

const MODULE = 'virtual:mantine-variables.css'
const RESOLVED = `\0${MODULE}`

/**
 * Writes Mantine's CSS variables to a file at build time. At run time Mantine sets them through
 * innerHTML, which Trusted Types refuses; the provider is told not to (`withCssVariables={false}`).
 */
export function mantineVariables(): Plugin {
  return {
    name: 'terreau-mantine-variables',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? variablesCss() : undefined),
  }
}

function variablesCss(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const defaults = defaultCssVariablesResolver(merged)
  const ours = themeVariables(merged)
  const all: ConvertCSSVariablesInput = {
    variables: withoutUnusedColours({ ...defaults.variables, ...ours.variables }),
    light: withoutUnusedColours({ ...defaults.light, ...ours.light }),
    dark: withoutUnusedColours({ ...defaults.dark, ...ours.dark }),
  }
  return convertCssVariables(all, ':root')
}

/** Mantine's theme always holds fourteen palettes; five are ours. */
function withoutUnusedColours(variables: Record<string, string>): Record<string, string> {
  const isUsed = (name: string) => {
    const colour = /^--mantine-color-([a-z]+)-(\d|filled|light|outline|text|contrast)/.exec(
      name,
    )?.[1]
    return colour === undefined || PALETTE_NAMES.has(colour)
  }
  return Object.fromEntries(Object.entries(variables).filter(([name]) => isUsed(name)))
}
