import pg from 'pg'
import { errorCode, type Said, StartError } from './start-error.ts'

const connectTimeoutMs = 10_000

/** One connection for start-up work, with a plain sentence when it cannot be had. */
export async function connect(url: string): Promise<pg.Client> {
  const place = describe(url)
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'terreau-start',
  })
  // Without a listener, a connection that dies between two queries would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw explainConnection(error, place)
  }
}

type Place = { host: string; port: string; database: string; user: string }

/** Never the password: this text goes to a terminal and to logs. */
function describe(url: string): Place {
  try {
    const parsed = new URL(url)
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new Error('not PostgreSQL')
    return {
      host: parsed.hostname || parsed.searchParams.get('host') || 'localhost',
      port: parsed.port || '5432',
      database: decodeURIComponent(parsed.pathname.slice(1)) || parsed.username,
      user: decodeURIComponent(parsed.username),
    }
  } catch (cause) {
    throw new StartError(
      'database-url-invalid',
      {
        fr: 'DATABASE_URL n’est pas une adresse PostgreSQL comme postgres://utilisateur:motdepasse@machine:5432/base.',
        en: 'DATABASE_URL is not a PostgreSQL address such as postgres://user:password@host:5432/database.',
      },
      { cause },
    )
  }
}

export function explainConnection(cause: unknown, place: Place): StartError {
  const { host, port, database, user } = place
  const fail = (code: 'database-unreachable' | 'database-refused', said: Said) =>
    new StartError(code, said, { cause })
  switch (errorCode(cause)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return fail('database-unreachable', {
        fr: `Le serveur de base de données « ${host} » n’a pas d’adresse connue.`,
        en: `The database server "${host}" has no known address.`,
      })
    case 'ECONNREFUSED':
      return fail('database-unreachable', {
        fr: `Aucun serveur PostgreSQL ne répond sur ${host}, port ${port}.`,
        en: `No PostgreSQL server answers on ${host}, port ${port}.`,
      })
    case '28P01':
      return fail('database-refused', {
        fr: `PostgreSQL refuse le mot de passe de « ${user} » sur ${host}.`,
        en: `PostgreSQL refuses the password of "${user}" on ${host}.`,
      })
    case '28000':
      return fail('database-refused', {
        fr: `PostgreSQL ne laisse pas « ${user} » se connecter à ${host}.`,
        en: `PostgreSQL does not let "${user}" connect to ${host}.`,
      })
    case '3D000':
      return fail('database-refused', {
        fr: `La base « ${database} » n’existe pas sur ${host} : créez-la.`,
        en: `There is no database "${database}" on ${host}: create it.`,
      })
    case '53300':
      return fail('database-refused', {
        fr: `PostgreSQL sur ${host} n’a plus de connexion libre.`,
        en: `PostgreSQL on ${host} has no free connection left.`,
      })
    case '57P03':
      return fail('database-unreachable', {
        fr: `PostgreSQL sur ${host} démarre encore : réessayez.`,
        en: `PostgreSQL on ${host} is still starting: try again.`,
      })
    default: {
      const why = cause instanceof Error && cause.message ? cause.message : 'unknown reason'
      return fail('database-unreachable', {
        fr: `Connexion impossible à ${host}, port ${port} : ${why}.`,
        en: `Cannot connect to ${host}, port ${port}: ${why}.`,
      })
    }
  }
}
