/** Why Terreau cannot start. */
export type StartErrorCode =
  | 'data-dir-in-use'
  | 'data-dir-unreachable'
  | 'data-dir-not-writable'
  | 'database-damaged'
  | 'database-missing'
  | 'database-newer'
  | 'database-refused'
  | 'database-unreachable'
  | 'database-url-invalid'
  | 'disk-full'
  | 'migration-changed'
  | 'migration-failed'
  | 'migration-locked'
  | 'permission-denied'
  | 'platform-unsupported'
  | 'port-in-use'
  | 'postgres-failed'
  | 'postgres-timeout'
  | 'role-missing'
  | 'schema-older'
  | 'settings-invalid'
  | 'server-too-old'
  | 'user-missing'

/** Plain words for the person who runs Terreau, in both of its languages. */
export interface Said {
  readonly fr: string
  readonly en: string
}

export class StartError extends Error {
  readonly code: StartErrorCode
  readonly said: Said

  constructor(code: StartErrorCode, said: Said, options?: { cause?: unknown }) {
    super(said.en, options)
    this.name = 'StartError'
    this.code = code
    this.said = said
  }
}

/** The system's error code (`ENOSPC`, `EACCES`…) or PostgreSQL's SQLSTATE, when there is one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Turns a refused file operation into a sentence; anything else is passed on unchanged. */
export function explainFileError(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartError(
        'disk-full',
        {
          fr: `Le disque qui contient ${path} est plein : libérez de la place.`,
          en: `The disk that holds ${path} is full: free some space.`,
        },
        {
          cause: error,
        },
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartError(
        'data-dir-not-writable',
        {
          fr: `Terreau n’a pas le droit d’écrire dans ${path}.`,
          en: `Terreau may not write in ${path}.`,
        },
        {
          cause: error,
        },
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartError(
        'data-dir-not-writable',
        {
          fr: `${path} n’est pas un dossier.`,
          en: `${path} is not a folder.`,
        },
        { cause: error },
      )
    default:
      return error
  }
}
