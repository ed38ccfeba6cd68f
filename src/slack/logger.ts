import { LogLevel, type Logger } from '@slack/bolt';

const severity: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };
const secrets = /\b(?:xox[a-z]-|xapp-|xwfp-|sk-)[\w-]+|\bBearer\s+\S+|([?&](?:ticket|token|secret)=)[^&\s"']+/gi;

/** The text with Slack tokens, API keys and connection tickets replaced by "[secret]". */
export function withoutSecrets(text: string): string {
  return text.replace(secrets, (_match, key: string | undefined) => `${key ?? ''}[secret]`);
}

/**
 * A logger for Bolt and its clients that writes one line an entry and never a secret.
 * `write` gets the finished line without a line end. Default level: info.
 */
export function createLogger(write: (line: string) => void, level: LogLevel = LogLevel.INFO): Logger {
  let lowest = level;
  let name = 'slack';
  const log = (of: LogLevel, parts: readonly unknown[]) => {
    if (severity[of] < severity[lowest]) return;
    write(withoutSecrets(`${of} ${name}: ${parts.map(printable).join(' ')}`));
  };
  return {
    debug: (...parts) => log(LogLevel.DEBUG, parts),
    info: (...parts) => log(LogLevel.INFO, parts),
    warn: (...parts) => log(LogLevel.WARN, parts),
    error: (...parts) => log(LogLevel.ERROR, parts),
    setLevel: (next) => {
      lowest = next;
    },
    getLevel: () => lowest,
    setName: (next) => {
      name = next;
    },
  };
}

function printable(part: unknown): string {
  if (typeof part === 'string') return part;
  if (part instanceof Error) return part.stack ?? part.message;
  return JSON.stringify(part) ?? String(part);
}
