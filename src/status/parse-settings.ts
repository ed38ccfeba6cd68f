import { lightOf } from '../domain/light.ts';
import type { Light, Target } from '../domain/light.ts';
import type { BoardFilter, Command } from './command.ts';
import { suggest } from './parse-target.ts';
import {
  channelOf,
  dayOf,
  everythingWords,
  languageOf,
  mineWords,
  offWords,
  programmeOf,
  timeOf,
  weekdayOf,
} from './parts.ts';
import type { CommandContext } from './target-words.ts';
import { readTargetAt } from './target-words.ts';
import type { Word } from './words.ts';
import { nearest, wordsOf } from './words.ts';

/** Lights, a programme, goals and "mine" in any order, with the words that are none of these. */
function readFilter(words: readonly Word[], context: CommandContext): { filter: BoardFilter; unread: Word[] } {
  const split = words.flatMap((word) =>
    /^[^<]+,[^,]/.test(word.text) ? wordsOf(word.text.replaceAll(',', ' ')) : [word],
  );
  const filter = { lights: new Set<Light>(), goals: [] as Target[], programme: null as string | null, mine: false };
  const unread: Word[] = [];
  for (let at = 0; at < split.length; at += 1) {
    const word = split[at];
    if (word === undefined) continue;
    const light = lightOf(word.folded);
    const target = readTargetAt(split, at, context);
    const [goal] = target?.targets ?? [];
    const programme = programmeOf(word, context.directory);
    if (light !== null) filter.lights.add(light);
    else if (target !== null && goal !== undefined) {
      filter.goals.push(goal);
      at += target.length - 1;
    } else if (programme !== null) filter.programme = programme;
    else if (mineWords.has(word.folded)) filter.mine = true;
    else if (!everythingWords.has(word.folded)) unread.push(word);
  }
  return { filter: { ...filter, lights: [...filter.lights] }, unread };
}

/** What stands after `list`. */
export function parseList(words: readonly Word[], context: CommandContext): Command {
  const { filter, unread } = readFilter(words, context);
  if (unread.length === 0) return { kind: 'list', filter };
  return suggest(
    unread.map(({ text }) => text),
    { kind: 'list', filter },
    context,
  );
}

/** What stands after `language`. */
export function parseLanguage([word]: readonly Word[]): Command {
  if (word === undefined) return { kind: 'language', language: null };
  const language = languageOf(word);
  if (language !== null) return { kind: 'language', language };
  return { kind: 'missing', verb: 'language', part: 'language', target: null, word: word.text };
}

/** What stands after `channel`: a programme or "all", and perhaps a language. */
export function parseChannel(words: readonly Word[], context: CommandContext): Command {
  const language = words.map(languageOf).find((found) => found !== null) ?? null;
  const scope = words.find((word) => languageOf(word) === null);
  if (scope === undefined) return { kind: 'missing', verb: 'channel', part: 'scope', target: null, word: null };
  const programme = programmeOf(scope, context.directory);
  if (programme !== null) return { kind: 'channel', programme, language };
  if (everythingWords.has(scope.folded)) return { kind: 'channel', programme: null, language };
  return { kind: 'missing', verb: 'channel', part: 'scope', target: null, word: scope.text };
}

/** What stands after `announce`: a channel or "off". */
export function parseAnnounce([word]: readonly Word[]): Command {
  if (word !== undefined && offWords.has(word.folded)) return { kind: 'announce', channel: null };
  const channel = word === undefined ? null : channelOf(word);
  if (channel !== null) return { kind: 'announce', channel };
  return { kind: 'missing', verb: 'announce', part: 'channel', target: null, word: word?.text ?? null };
}

/** What stands after `away`: a last day, or "off". */
export function parseAway(words: readonly Word[]): Command {
  const until = words.map(dayOf).find((day) => day !== null);
  if (until !== undefined) return { kind: 'away', until };
  if (words.some(({ folded }) => offWords.has(folded))) return { kind: 'away', until: null };
  return { kind: 'missing', verb: 'away', part: 'date', target: null, word: words.at(-1)?.text ?? null };
}

const onWords = new Set(['on', 'paalle', 'pa', 'kaynnista', 'start']);
const previewWords = new Set(['preview', 'esikatselu', 'esikatsele', 'forhandsvisa', 'forhandsvisning']);
const nowWords = new Set(['now', 'nyt', 'nu']);
const statusWords = new Set(['status', 'tila', 'lage', 'laget']);
/** "skip-holidays", in one word or two: "skip holidays", "ohita pyhät", "hoppa över helgdagar". */
const skipWords = new Set(['skip', 'ohita', 'hoppa', 'over', 'ei']);
const holidayWords =
  /^(?:skip-?)?(?:holidays?|pyha\w*|arkipyha\w*|helgdag\w*|rodadag\w*)$|^(?:ohita-?pyha\w*|ei-?pyh\w*|hoppa-?over-?helgdagar)$/;
const onlyWords = new Set(['only', 'vain', 'bara', 'endast']);
const linkingWords = new Set(['klo', 'kl', 'at', 'in', 'every', 'joka', 'varje', 'kanavalle', 'i']);

const mistypable = [
  ...[...previewWords].map((word) => [word, 'digestPreview'] as const),
  ...[...statusWords].map((word) => [word, 'digestStatus'] as const),
];

/** What stands after `digest`: "on #channel fi mon 9:00 only red,yellow", "off", "preview", "now", "status". */
export function parseDigest(words: readonly Word[], context: CommandContext): Command {
  const [first, ...rest] = words;
  if (first === undefined || statusWords.has(first.folded)) return { kind: 'digestStatus' };
  const channel = rest.map(channelOf).find((id) => id !== null) ?? null;
  // Slack gives channels by their ids. A name alone is of none that it knows, and the command's own channel is not meant.
  const named = rest.find(({ text }) => text.startsWith('#') && text.length > 1);
  if (channel === null && named !== undefined) {
    return { kind: 'missing', verb: 'digest', part: 'channel', target: null, word: named.text };
  }
  if (offWords.has(first.folded)) return { kind: 'digestOff', channel };
  if (previewWords.has(first.folded)) return { kind: 'digestPreview', channel };
  if (nowWords.has(first.folded)) return { kind: 'digestNow', channel };
  if (onWords.has(first.folded)) return parseDigestOn(rest, channel, context);
  const meant = nearest(first.folded, mistypable) ?? 'digestPreview';
  return suggest([first.text], meant === 'digestStatus' ? { kind: meant } : { kind: meant, channel }, context);
}

/** What stands after `digest on`. The word for holidays may stand anywhere; a filter goes from "only" to the end. */
function parseDigestOn(words: readonly Word[], channel: string | null, context: CommandContext): Command {
  const skipHolidays = words.some(({ folded }) => holidayWords.test(folded));
  const others = words.filter(({ folded }) => !skipHolidays || !(holidayWords.test(folded) || skipWords.has(folded)));
  const only = others.findIndex(({ folded }) => onlyWords.has(folded));
  const settings = only < 0 ? others : others.slice(0, only);
  const { filter: read, unread } = readFilter(only < 0 ? [] : others.slice(only + 1), context);
  // A channel has no goals of its own, so "mine" would mean whoever turned the digest on.
  const filter = { ...read, mine: false };
  const mine = only < 0 || !read.mine ? [] : others.slice(only + 1).filter(({ folded }) => mineWords.has(folded));
  const language = settings.map(languageOf).find((found) => found !== null) ?? null;
  const weekday = settings.map(weekdayOf).find((day) => day !== null) ?? null;
  const time = settings.map(timeOf).find((clock) => clock !== null) ?? null;
  const when = weekday === null && time === null ? null : { weekday: weekday ?? 'mon', time: time ?? '09:00' };
  const command = { kind: 'digestOn' as const, channel, language, when, filter, skipHolidays };
  const readers = [channelOf, languageOf, weekdayOf, timeOf];
  const strange = settings.filter(
    (word) => !linkingWords.has(word.folded) && readers.every((reader) => reader(word) === null),
  );
  const empty = only === others.length - 1 ? others.slice(only) : [];
  const unclear = [...strange, ...mine, ...unread, ...empty].map(({ text }) => text);
  return unclear.length === 0 ? command : suggest(unclear, command, context);
}
