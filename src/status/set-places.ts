import type { Light, Target } from '../domain/light.ts';
import type { CommandContext } from './target-words.ts';
import { longestName, readTargetAt, targetsNamed, textOf } from './target-words.ts';
import type { Word } from './words.ts';

/** Words that may stand between a target and its light without being a comment. */
const fillers = new Set([
  'to',
  'as',
  'is',
  'on',
  'till',
  'som',
  'ar',
  'now',
  'nyt',
  'nu',
  '=',
  '->',
  '=>',
  '→',
  '-',
  '–',
  ':',
]);

export type Place = { at: number; length: number };
export type TargetPlace = Place & { targets: readonly Target[]; word: string };
export type LightPlace = { at: number; light: Light };

/** The target of an update, and a second one that may be meant as well. Null for none. */
type ChosenTarget = { target: TargetPlace | null; rival: TargetPlace | null };

/** Which words of an update name its target. Numbers and names beside the light or at the start count before those elsewhere. */
export function chooseTarget(
  words: readonly Word[],
  lights: readonly LightPlace[],
  context: CommandContext,
): ChosenTarget {
  const numbered = numberedPlaces(words, context);
  const firstLight = lights[0]?.at ?? words.length;
  const isBesideLight = (place: Place) => lights.some(({ at }) => isBeside(words, place, at));
  const beside = numbered.find(isBesideLight);
  const start = firstLight === 0 ? afterFillers(words, 1) : 0;
  const atStart = numbered.find(({ at }) => at === start);
  if (atStart !== undefined) {
    // "3 groups of the spouse programme green": a bare number at the start may belong to a comment.
    const doubtful = !atStart.explicit && !isBesideLight(atStart);
    const named = doubtful ? namedPlace(words, atStart.at + 1, firstLight, context, 'end') : null;
    return { target: atStart, rival: doubtful ? (beside ?? (named?.targets.length === 1 ? named : null)) : null };
  }
  const target =
    (firstLight > 0 ? namedPlace(words, 0, firstLight, context, 'whole') : null) ??
    beside ??
    (firstLight > 0 ? namedPlace(words, 0, firstLight, context, 'either') : null) ??
    (lights.length > 0 ? namedPlace(words, firstLight + 1, words.length, context, 'start') : null) ??
    numbered.find(({ explicit }) => explicit) ??
    numbered[0] ??
    null;
  return { target, rival: null };
}

function numberedPlaces(words: readonly Word[], context: CommandContext): (TargetPlace & { explicit: boolean })[] {
  const places: (TargetPlace & { explicit: boolean })[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const reading = readTargetAt(words, at, context);
    if (reading === null) continue;
    places.push({ at, ...reading });
    at += reading.length - 1;
  }
  return places;
}

/** The words of [from, to) that name a target: all of them, or the longest run at an end. */
function namedPlace(
  words: readonly Word[],
  from: number,
  to: number,
  context: CommandContext,
  extent: 'whole' | 'start' | 'end' | 'either',
): TargetPlace | null {
  const end = words.slice(0, to).findLastIndex(({ folded }) => !fillers.has(folded)) + 1;
  const longest = Math.min(end - from, longestName);
  const shortest = extent === 'whole' ? end - from : 1;
  for (let length = longest; length >= Math.max(1, shortest); length -= 1) {
    const ends = { whole: [from], start: [from], end: [end - length], either: [from, end - length] };
    for (const at of ends[extent]) {
      const span = words.slice(at, at + length);
      const targets = span.some(({ quoted }) => quoted) ? [] : targetsNamed(span, context);
      if (targets.length > 0) return { at, length, targets, word: textOf(words, at, length) };
    }
  }
  return null;
}

/** The place of the next word from `from` on that is no filler. */
export function afterFillers(words: readonly Word[], from: number): number {
  let at = from;
  while (fillers.has(words[at]?.folded ?? '')) at += 1;
  return at;
}

/** True when nothing but fillers stands between a target and a light. */
export function isBeside(words: readonly Word[], place: Place, light: number): boolean {
  const afterTarget = afterFillers(words, place.at + place.length) === light;
  return afterTarget || (light < place.at && afterFillers(words, light + 1) === place.at);
}
