import type { Target } from '../domain/light.ts';
import type { Command, CompleteCommand, Verb } from './command.ts';
import { isComplete, parseTarget } from './parse-target.ts';
import { dayOf, userOf } from './parts.ts';
import type { CommandContext } from './target-words.ts';
import type { Word } from './words.ts';

const addWords = new Set(['add', 'lisaa', '+', 'lagg', 'till']);
const removeWords = new Set(['remove', 'delete', 'poista', '-', 'ta', 'bort']);
const untilWords = new Set(['until', 'till', 'to', 'asti', 'saakka', 'tom', 't.o.m', 'fram']);

/** What stands after `owner`: "5", "add 5 @user", "remove 5 @user", in any order. */
export function parseOwner(words: readonly Word[], context: CommandContext): Command {
  const change = changeIn(words);
  const users = words.flatMap((word) => userOf(word) ?? []);
  const rest = words.filter((word) => userOf(word) === null && !(change !== null && isChangeWord(word)));
  if (change === null && users.length === 0)
    return parseTarget(rest, context, 'owner', (target) => ({ kind: 'owners', target }));
  const kind = change === 'remove' ? 'ownerRemove' : 'ownerAdd';
  return withUser(rest, users, context, 'owner', (target, user) => ({ kind, target, user }));
}

/** What stands after `delegate`: "5 @user until 2026-12-31", "remove 5 @user". */
export function parseDelegate(words: readonly Word[], context: CommandContext): Command {
  const change = changeIn(words.filter(({ folded }) => !untilWords.has(folded)));
  const users = words.flatMap((word) => userOf(word) ?? []);
  const days = words.flatMap((word) => dayOf(word) ?? []);
  const rest = words.filter(
    (word) =>
      userOf(word) === null &&
      dayOf(word) === null &&
      !untilWords.has(word.folded) &&
      !(change !== null && isChangeWord(word)),
  );
  if (change === 'remove') {
    return withUser(rest, users, context, 'delegate', (target, user) => ({ kind: 'delegateRemove', target, user }));
  }
  const [until] = days;
  if (until !== undefined) {
    return withUser(rest, users, context, 'delegate', (target, user) => ({ kind: 'delegateAdd', target, user, until }));
  }
  // The last words may be a day that is none, such as 31.2.2026.
  const dayLike = rest.find(({ folded }) => /^[\d./-]{6,}$/.test(folded)) ?? null;
  const target = parseTarget(
    rest.filter((word) => word !== dayLike),
    context,
    'delegate',
    (known) => ({ kind: 'owners', target: known }),
  );
  if (target.kind !== 'owners') return target;
  const part = users.length === 0 && dayLike === null ? 'user' : 'date';
  return { kind: 'missing', verb: 'delegate', part, target: target.target, word: dayLike?.text ?? null };
}

function withUser(
  words: readonly Word[],
  users: readonly string[],
  context: CommandContext,
  verb: Verb,
  build: (target: Target, user: string) => CompleteCommand,
): Command {
  const [user] = users;
  if (user !== undefined && users.length === 1)
    return parseTarget(words, context, verb, (target) => build(target, user));
  // A name without an id, such as "@maija", names nobody for sure.
  const name = words.find(({ text }) => text.startsWith('@')) ?? null;
  const rest = words.filter((word) => word !== name);
  const command = parseTarget(rest, context, verb, (target) => ({ kind: 'owners', target }));
  if (!isComplete(command) || command.kind !== 'owners') return command;
  return { kind: 'missing', verb, part: 'user', target: command.target, word: name?.text ?? null };
}

function changeIn(words: readonly Word[]): 'add' | 'remove' | null {
  const word = words.find(isChangeWord);
  if (word === undefined) return null;
  return addWords.has(word.folded) ? 'add' : 'remove';
}

function isChangeWord({ folded, quoted }: Word): boolean {
  return !quoted && (addWords.has(folded) || removeWords.has(folded));
}
