import type { Target } from '../domain/light.ts';
import { goalOf, targetKey } from '../domain/light.ts';
import type { Command, CompleteCommand, Verb } from './command.ts';
import { formatCommand } from './format-command.ts';
import type { CommandContext } from './target-words.ts';
import { correctedTarget, readTargetAt, targetsNamed, textOf } from './target-words.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** Most choices that are offered. */
export const mostChoices = 8;

/** Words that may stand between a subcommand and its target. */
const linkingWords = new Set(['of', 'for', 'from', 'about', 'the', 'av', 'for', 'fran']);

/** The command that `build` makes of the one target that all the words name, or what is wrong with the words. */
export function parseTarget(
  words: readonly Word[],
  context: CommandContext,
  verb: Verb,
  build: (target: Target) => CompleteCommand,
): Command {
  const [first] = words;
  if (first === undefined) return { kind: 'missing', verb, part: 'target', target: null, word: null };
  const named = linkingWords.has(first.folded) && words.length > 1 ? words.slice(1) : words;
  const reading = readTargetAt(named, 0, context);
  if (reading !== null && reading.length === named.length) {
    return oneOf(reading.targets, reading.word, context, build) ?? unknownTarget(reading.word, context);
  }
  const byName = oneOf(targetsNamed(named, context), textOf(named, 0, named.length), context, build);
  if (byName !== null) return byName;
  if (reading !== null) {
    const command = oneOf(reading.targets, reading.word, context, build);
    if (command === null) return unknownTarget(reading.word, context);
    const rest = named.slice(reading.length).map(({ text }) => text);
    return 'command' in command || !isComplete(command) ? command : suggest(rest, command, context);
  }
  return likeliest(named, context, build) ?? unknownTarget(textOf(named, 0, named.length), context);
}

/** The command for a target, a choice among several, or null for none. */
export function oneOf(
  targets: readonly Target[],
  words: string,
  context: CommandContext,
  build: (target: Target) => CompleteCommand,
): Command | null {
  const [only] = targets;
  if (only === undefined) return null;
  if (targets.length === 1) return build(only);
  const choices = targets.slice(0, mostChoices).map((target) => suggestionOf(build(target), context));
  return { kind: 'ambiguous', words, choices };
}

/** True for a command that can run. */
export function isComplete(command: Command): command is CompleteCommand {
  return !['unclear', 'unknownTarget', 'unknownLight', 'ambiguous', 'missing', 'tooLong'].includes(command.kind);
}

function suggestionOf(command: CompleteCommand, context: CommandContext) {
  return { text: formatCommand(command, context), command };
}

/** Words that were not understood, with the command that was likely meant. */
export function suggest(words: readonly string[], command: CompleteCommand | null, context: CommandContext): Command {
  return { kind: 'unclear', words, suggestion: command === null ? null : suggestionOf(command, context) };
}

/** Nothing is called so; with the goal of a measure's number and its measures, or names like it, as the nearest. */
export function unknownTarget(word: string, context: CommandContext): Command {
  const words = wordsOf(word);
  const id = /\d[\d.]*$/.exec(words.at(-1)?.folded ?? '')?.[0];
  const goal = id?.includes('.') ? readTargetAt(wordsOf(id.split('.')[0] ?? ''), 0, context)?.targets[0] : undefined;
  const siblings = context.directory.targets.filter(
    ({ target }) => goal !== undefined && targetKey(goalOf(target)) === targetKey(goal),
  );
  const elsewhere = id === undefined ? [] : context.directory.targets.filter(({ target }) => target.id === id);
  const near = [...siblings, ...elsewhere].map(({ target }) => target);
  const nearest = near.length > 0 ? near : targetsNamed(words.slice(0, 4), context, 1);
  return { kind: 'unknownTarget', word, programme: context.programme, nearest: nearest.slice(0, mostChoices) };
}

function likeliest(
  words: readonly Word[],
  context: CommandContext,
  build: (target: Target) => CompleteCommand,
): Command | null {
  const [first] = words;
  const corrected = first === undefined ? null : correctedTarget(first.folded, context);
  if (first !== undefined && corrected !== null) {
    const rewritten = wordsOf([corrected, ...words.slice(1).map(({ text }) => text)].join(' '));
    const reading = readTargetAt(rewritten, 0, context);
    const [target] = reading?.targets ?? [];
    if (target !== undefined && reading?.length === rewritten.length)
      return suggest([first.text], build(target), context);
  }
  const typed = words.map(({ text }) => text).join(' ');
  const named = targetsNamed(words, context, 1);
  const [only] = named;
  if (only === undefined) return null;
  return named.length === 1 ? suggest([typed], build(only), context) : oneOf(named, typed, context, build);
}
