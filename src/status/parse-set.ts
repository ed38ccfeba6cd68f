import type { Target } from '../domain/light.ts';
import { lightOf, lightWords } from '../domain/light.ts';
import type { Command, CompleteCommand } from './command.ts';
import { isComplete, mostChoices, oneOf, suggest, unknownTarget } from './parse-target.ts';
import { formatCommand } from './format-command.ts';
import type { CommandContext } from './target-words.ts';
import { afterFillers, chooseTarget, isBeside } from './set-places.ts';
import type { LightPlace, Place, TargetPlace } from './set-places.ts';
import { correctedTarget, isLabel, longestName, readTargetAt, targetsNamed, textOf } from './target-words.ts';
import type { Word } from './words.ts';
import { nearest, wordsOf } from './words.ts';

type Reading = {
  words: readonly Word[];
  text: string;
  target: TargetPlace | null;
  rival: TargetPlace | null;
  lights: readonly LightPlace[];
};

/**
 * What stands after `set`: a target, a light and perhaps a comment, in any order. The pair that stands together counts;
 * everything else is the comment. Words that allow two readings are asked about, near misses are suggested.
 */
export function parseSet(text: string, context: CommandContext): Command {
  const reading = read(text, context);
  const strict = decide(reading, context);
  const mistyped = mistypedLabel(reading, context);
  if ((isComplete(strict) && mistyped === null) || strict.kind === 'ambiguous' || strict.kind === 'missing')
    return strict;
  return corrected(reading, context) ?? strict;
}

function read(text: string, context: CommandContext): Reading {
  // "5:green" is two words; the text keeps its length, so that places in it stay.
  const words = wordsOf(text.replace(/(\d)[:=](?=\p{L})/gu, '$1 '));
  const lights = words.flatMap(({ folded, quoted }, at) => {
    const light = quoted ? null : lightOf(folded);
    return light === null ? [] : [{ at, light }];
  });
  return { words, text, lights, ...chooseTarget(words, lights, context) };
}

function decide(reading: Reading, context: CommandContext): Command {
  const { words, target, lights } = reading;
  if (target === null) {
    const rest = words.filter((word, at) => !word.quoted && !lights.some((light) => light.at === at));
    if (rest.length === 0) return { kind: 'missing', verb: 'set', part: 'target', target: null, word: null };
    return unknownTarget(textOf(rest, 0, 3), context);
  }
  const [only] = target.targets;
  if (only === undefined) return unknownTarget(target.word, context);
  const several = severalUpdates(reading, context);
  if (several !== null) return several;
  const beside = lights.filter(({ at }) => isBeside(words, target, at));
  const after = beside.find(({ at }) => at > target.at) ?? beside[0];
  const meant = after === undefined ? distinctLights(lights) : [after];
  if (meant.length === 0) return withoutLight(reading, target, only);
  const build = (light: LightPlace) => (of: Target) => setCommand(reading, target, light, of);
  const [light] = meant;
  const [rival] = reading.rival?.targets ?? [];
  if (light !== undefined && reading.rival !== null && rival !== undefined) {
    return ambiguous(reading.text, [build(light)(only), setCommand(reading, reading.rival, light, rival)], context);
  }
  if (light !== undefined && meant.length === 1) {
    return oneOf(target.targets, target.word, context, build(light)) ?? unknownTarget(target.word, context);
  }
  const choices = meant.map((choice) => build(choice)(only));
  return ambiguous(reading.text, choices, context);
}

function distinctLights(lights: readonly LightPlace[]): LightPlace[] {
  return lights.filter(({ light }, at) => lights.findIndex((other) => other.light === light) === at);
}

function ambiguous(words: string, commands: readonly CompleteCommand[], context: CommandContext): Command {
  const choices = commands.slice(0, mostChoices).map((command) => ({ text: formatCommand(command, context), command }));
  return { kind: 'ambiguous', words, choices };
}

/** "5 green 4.3 red": nothing but pairs, two or more, may be several updates; each is offered by itself. */
function severalUpdates({ words, text }: Reading, context: CommandContext): Command | null {
  const commands: CompleteCommand[] = [];
  for (let at = 0; at < words.length; ) {
    const reading = readTargetAt(words, at, context);
    const [target] = reading?.targets ?? [];
    const lightAt = afterFillers(words, at + (reading?.length ?? 0));
    const light = lightOf(words[lightAt]?.folded ?? '');
    if (reading === null || target === undefined || light === null) return null;
    commands.push({ kind: 'set', target, light, comment: null });
    at = lightAt + 1;
  }
  return commands.length > 1 ? ambiguous(text, commands, context) : null;
}

function withoutLight(reading: Reading, place: TargetPlace, target: Target): Command {
  const isRest = (word: Word, at: number) => !word.quoted && (at < place.at || at >= place.at + place.length);
  const first = reading.words.findIndex(isRest);
  const word = reading.words[first]?.text;
  if (word === undefined) return { kind: 'missing', verb: 'set', part: 'light', target, word: null };
  // A word alone was to be the light; one of several may as well belong to the comment.
  const alone = reading.words.filter(isRest).length === 1;
  const comment = commentOf(reading, alone ? [place, { at: first, length: 1 }] : [place]);
  return { kind: 'unknownLight', word, target, comment };
}

function setCommand(reading: Reading, place: TargetPlace, light: LightPlace, target: Target): CompleteCommand {
  const lightPlace = { at: light.at, length: 1 };
  // Fillers between the two belong to neither the comment nor them.
  const gap = isBeside(reading.words, place, light.at) ? betweenPlaces(place, lightPlace) : lightPlace;
  return { kind: 'set', target, light: light.light, comment: commentOf(reading, [place, lightPlace, gap]) };
}

function betweenPlaces(a: Place, b: Place): Place {
  const [first, second] = a.at < b.at ? [a, b] : [b, a];
  const at = first.at + first.length;
  return { at, length: second.at - at };
}

/** What remains of the text without some places. A remark in quotation marks stands without them. */
function commentOf({ words, text }: Reading, places: readonly Place[]): string | null {
  const rest = words.flatMap((word, at) => {
    const taken = places.some((place) => at >= place.at && at < place.at + place.length);
    return taken ? [] : [{ ...word, at }];
  });
  const [only] = rest;
  if (only !== undefined && rest.length === 1 && only.quoted) return only.text.trim() || null;
  let comment = '';
  let last = -2;
  for (const { at, start, end } of rest) {
    const before = at === last + 1 ? text.slice(words[last]?.end ?? start, start) : ' ';
    comment += `${before}${text.slice(start, end)}`;
    last = at;
  }
  return comment.replace(/^[\s\-–—:,;]+/, '').trim() || null;
}

/** The word before a number that is nearly "goal" or a city: "gaol 5" is a slip, not a comment. */
function mistypedLabel({ words, target }: Reading, context: CommandContext): Word | null {
  const before = target === null ? undefined : words[target.at - 1];
  if (before === undefined || before.quoted || !/^[a-z]+$/.test(before.folded) || isLabel(before.folded, context))
    return null;
  return lightOf(before.folded) === null && correctedTarget(before.folded, context) !== null ? before : null;
}

/** How many words from the start a slip is looked for in; what comes later is a comment. */
const wordsWithSlips = 6;

/** The update that was likely meant, with the slips in target and light mended, or null. */
function corrected(reading: Reading, context: CommandContext): Command | null {
  const slips: { word: Word; meant: string }[] = [];
  const mistyped = mistypedLabel(reading, context);
  if (reading.target === null || reading.target.targets.length === 0 || mistyped !== null) {
    const slip = mistyped ?? firstSlip(reading, (folded) => correctedTarget(folded, context) !== null);
    if (slip !== null) slips.push({ word: slip, meant: correctedTarget(slip.folded, context) ?? '' });
  }
  if (reading.lights.length === 0) {
    const slip = firstSlip(
      reading,
      (folded, word) => !slips.some((other) => other.word === word) && nearestLight(folded) !== null,
    );
    if (slip !== null) slips.push({ word: slip, meant: nearestLight(slip.folded) ?? '' });
  }
  const mended = decide(read(replaceWords(reading.text, slips), context), context);
  const words = slips.map(({ word }) => word.text);
  if (slips.length > 0 && mended.kind === 'set') return suggest(words, mended, context);
  return slips.length > 0 && mended.kind === 'ambiguous' ? mended : correctedName(reading, context);
}

function firstSlip({ words, target }: Reading, matches: (folded: string, word: Word) => boolean): Word | null {
  const open = words.filter(
    (_, at) => target === null || target.targets.length === 0 || at < target.at || at >= target.at + target.length,
  );
  return open.slice(0, wordsWithSlips).find((word) => !word.quoted && matches(word.folded, word)) ?? null;
}

const lightCandidates = Object.values(lightWords).flatMap((words) => words.map((word) => [word, word] as const));

function nearestLight(folded: string): string | null {
  return nearest(folded, lightCandidates);
}

function replaceWords(text: string, slips: readonly { word: Word; meant: string }[]): string {
  return slips
    .toSorted((a, b) => b.word.start - a.word.start)
    .reduce((rest, { word, meant }) => rest.slice(0, word.start) + meant + rest.slice(word.end), text);
}

/** A name with a slip in it before the light: "puolisoohjlma vihreä". */
function correctedName(reading: Reading, context: CommandContext): Command | null {
  const [light] = reading.lights;
  if (reading.target !== null || light === undefined) return null;
  const from = light.at === 0 ? 1 : 0;
  const to = light.at === 0 ? Math.min(reading.words.length, 1 + longestName) : light.at;
  for (let length = to - from; length > 0; length -= 1) {
    const span = reading.words.slice(from, from + length);
    const targets = targetsNamed(span, context, 1);
    const place = { at: from, length, targets, word: textOf(span, 0, length) };
    const commands = targets.map((target) => setCommand(reading, place, light, target));
    if (commands.length === 1) return suggest([place.word], commands[0] ?? null, context);
    if (commands.length > 1) return ambiguous(place.word, commands, context);
  }
  return null;
}
