import { lightOf } from '../domain/light.ts';
import type { Command, CompleteCommand, Verb } from './command.ts';
import { longestText } from './events.ts';
import { parseDelegate, parseOwner } from './parse-roles.ts';
import { parseSet } from './parse-set.ts';
import { parseAnnounce, parseAway, parseChannel, parseDigest, parseLanguage, parseList } from './parse-settings.ts';
import { isComplete, oneOf, parseTarget, suggest } from './parse-target.ts';
import type { CommandContext } from './target-words.ts';
import { longestName, readTargetAt, targetsNamed } from './target-words.ts';
import { nearestVerb, verbOf } from './verb-words.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** Longest text of a command other than a question, in characters. */
const longestCommand = longestText + 500;

/**
 * What the text after `/lv` asks for. Forgiving in wording and order, in three languages; what is not certain comes
 * back as a suggestion or a choice and is never carried out unasked. Pure; takes time linear in the text.
 */
export function parseCommand(text: string, context: CommandContext): Command {
  const [head] = wordsOf(text.slice(0, longestCommand));
  if (head === undefined) return { kind: 'help', topic: null };
  const verb = head.quoted ? null : verbOf(head.folded);
  if (verb === 'ask') return parseQuestion(text.slice(head.end));
  if (text.length > longestCommand) return { kind: 'tooLong', length: text.length, limit: longestCommand };
  if (verb !== null) return checkLength(parseVerb(verb, text.slice(head.end), context));
  return parseWithoutVerb(text, head, context);
}

function parseQuestion(text: string): Command {
  const question = text.trim();
  if (question !== '') return { kind: 'ask', question };
  return { kind: 'missing', verb: 'ask', part: 'question', target: null, word: null };
}

function checkLength(command: Command): Command {
  if (command.kind !== 'set' || command.comment === null || command.comment.length <= longestText) return command;
  return { kind: 'tooLong', length: command.comment.length, limit: longestText };
}

function parseVerb(verb: Verb, text: string, context: CommandContext): Command {
  const words = wordsOf(text);
  switch (verb) {
    case 'set':
      return parseSet(text, context);
    case 'edit':
    case 'show':
      return parseTarget(words, context, verb, (target) => ({ kind: verb, target }));
    case 'history':
    case 'undo':
      if (words.length === 0) return { kind: verb, target: null };
      return parseTarget(words, context, verb, (target) => ({ kind: verb, target }));
    case 'list':
      return parseList(words, context);
    case 'owner':
      return parseOwner(words, context);
    case 'delegate':
      return parseDelegate(words, context);
    case 'digest':
      return parseDigest(words, context);
    case 'language':
      return parseLanguage(words);
    case 'channel':
      return parseChannel(words, context);
    case 'announce':
      return parseAnnounce(words);
    case 'away':
      return parseAway(words);
    case 'help':
      return { kind: 'help', topic: verbOf(words[0]?.folded ?? '') };
    case 'forget':
      return parseForget(words, context);
    case 'import':
      return parseImport(words);
    case 'status':
      // "status 5" asks for the light of a goal.
      if (words.length === 0) return { kind: 'status' };
      return parseTarget(words, context, 'show', (target) => ({ kind: 'show', target }));
    case 'gaps':
    case 'export':
    case 'ask':
  }
  return verb === 'ask' ? parseQuestion(text) : { kind: verb };
}

/** What stands after `import`: perhaps "csv", or "confirm" and the key of a preview. */
function parseImport([first, second]: readonly Word[]): Command {
  const confirms = ['confirm', 'vahvista', 'bekrafta'].includes(first?.folded ?? '');
  return confirms && second !== undefined ? { kind: 'importConfirm', key: second.folded } : { kind: 'import' };
}

/** Only the whole "forget me" forgets. */
function parseForget([word]: readonly Word[], context: CommandContext): Command {
  if (['me', 'minut', 'mig'].includes(word?.folded ?? '')) return { kind: 'forget' };
  return suggest([word?.text ?? 'forget'], { kind: 'forget' }, context);
}

function parseWithoutVerb(text: string, head: Word, context: CommandContext): Command {
  const words = wordsOf(text);
  const target = readTargetAt(words, 0, context);
  if (target !== null && target.length === words.length) {
    return parseTarget(words, context, 'show', (known) => ({ kind: 'show', target: known }));
  }
  if (words.every(({ folded }) => lightOf(folded) !== null)) return parseList(words, context);
  if (words.length > 1 && /\?\s*$/.test(text)) return parseQuestion(text);
  const mended = nearVerb(text, head, context);
  if (mended !== null) return mended;
  const update = parseSet(text, context);
  if (update.kind === 'set') return suggest([head.text], update, context);
  return update.kind === 'ambiguous' ? update : withoutAnyVerb(text, words, update, context);
}

/** The command with its first word mended, where that makes sense of it. */
function nearVerb(text: string, head: Word, context: CommandContext): Command | null {
  const verb = nearestVerb(head.folded);
  if (verb === null) return null;
  const command = parseVerb(verb, text.slice(head.end), context);
  if (isComplete(command)) return suggest([head.text], command, context);
  if (command.kind === 'ambiguous') return command;
  if (command.kind !== 'unclear') return null;
  return { ...command, words: [head.text, ...command.words] };
}

function withoutAnyVerb(text: string, words: readonly Word[], update: Command, context: CommandContext): Command {
  const show = (target: Parameters<typeof oneOf>[0][number]): CompleteCommand => ({ kind: 'show', target });
  const named = words.length <= longestName ? oneOf(targetsNamed(words, context), text.trim(), context, show) : null;
  if (named !== null && isComplete(named)) return suggest([text.trim()], named, context);
  if (named !== null) return named;
  if (update.kind === 'unclear' && update.suggestion !== null) return update;
  const [first] = words;
  if (words.length >= 3) return suggest([first?.text ?? ''], { kind: 'ask', question: text.trim() }, context);
  return suggest(
    words.map((word) => word.text),
    null,
    context,
  );
}
