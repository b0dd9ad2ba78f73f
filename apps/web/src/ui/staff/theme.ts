import {
  Anchor,
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  InputWrapper,
  Radio,
  Switch,
} from '@mantine/core'

type Shades = [string, string, string, string, string, string, string, string, string, string]

const PALETTES = {
  sahel: shades('E3F2F1 C6E4E2 9BD0CD 69B8B4 5FC9C4 128484 0E6E6E 0B5A5A 084747 053434'),
  red: shades('FDECEA F9D2CE F2A9A3 FF8A80 DC4A41 C93A31 B3261E 8F1D17 6E1511 4F0E0B'),
  green: shades('E5F4EA C8E6D2 9AD0AC 7FD69A 3E9A5C 27804A 1C6B37 15542B 0F3E20 092815'),
  orange: shades('FFF3DC FFE4B5 F9CB7C F2B84B E09A20 C77700 9A5B00 784600 573300 382100'),
  gray: shades('FAF7F2 F1ECE3 E4E0D8 C9D1D9 8C97A3 6B7785 5F6B78 4A5460 2F3741 1B1F24'),
  blue: shades('E8F0FB CFE0F7 A5C4EF 8AB8FF 4A7FCC 2E68B8 1D56A8 174689 11366A 0B264B'),
  violet: shades('EFEAF9 DDD3F2 BFADE6 B9A3F0 8468C2 6D50B0 5B3FA0 493282 382664 271A46'),
  dark: shades('EDEFF2 D5DAE0 B4BDC8 8C97A3 4A5460 2F3741 252C34 1D232A 14181D 0E1115'),
}

/** The palettes whose variables are written to the style sheet. */
export const PALETTE_NAMES: ReadonlySet<string> = new Set(Object.keys(PALETTES))

/** Paper, ink and one lagoon green. Mantine's own defaults fail AA contrast in three places. */
export const theme = createTheme({
  primaryColor: 'sahel',
  primaryShade: { light: 6, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.28,
  respectReducedMotion: true,
  black: '#1B1F24',
  fontFamily: "'Noto Sans Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: {
    fontFamily: "'Noto Sans Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: '8px',
  colors: PALETTES,
  components: {
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Badge: Badge.extend({ defaultProps: { tt: 'none', fw: 600, size: 'lg', variant: 'light' } }),
    Button: Button.extend({ defaultProps: { mih: 40 } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' } }),
    Switch: Switch.extend({ defaultProps: { size: 'md' } }),
    Radio: Radio.extend({ defaultProps: { size: 'md' } }),
  },
})

/** Where Mantine's derived colours are too pale, ours instead. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#FAF7F2',
    '--mantine-color-dimmed': '#4A5460',
    '--mantine-color-error': '#B3261E',
    '--mantine-color-placeholder': '#5F6B78',
    '--mantine-color-default-border': '#6B7785',
    '--mantine-color-anchor': '#0B5A5A',
  },
  dark: {
    '--mantine-color-body': '#14181D',
    '--mantine-color-dimmed': '#B4BDC8',
    '--mantine-color-error': '#FF8A80',
    '--mantine-color-text': '#EDEFF2',
    '--mantine-color-placeholder': '#B4BDC8',
    '--mantine-color-default-border': '#8C97A3',
    '--mantine-color-anchor': '#5FC9C4',
  },
})

function shades(list: string): Shades {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = list
    .split(' ')
    .map((hex) => `#${hex}`)
  return [a, b, c, d, e, f, g, h, i, j]
}
