import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Own extends Options> = ReturnType<typeof parseArgs<{ options: Own }>>['values'];

/**
 * The options of a script's command line. With --help the script's opening comment is printed instead, and the process ends; a wrong
 * option ends it with code 2 and says which. `file` is the script's own: `import.meta.filename`.
 */
export function readOptions<Own extends Options>(file: string, options: Own): Values<Own> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${openingComment(readFileSync(file, 'utf8'))}\n`);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('. ');
    process.stderr.write(`${reason}. --help shows what there is.\n`);
    process.exit(2);
  }
}

function openingComment(source: string): string {
  const [, comment = ''] = /\/\*\*\n([\s\S]*?)\n \*\//u.exec(source) ?? [];
  return comment.replace(/^ \* ?/gmu, '');
}
