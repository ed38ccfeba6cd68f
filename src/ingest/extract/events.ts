import { type KnownEvent, wholeCountry } from '../../domain/event.ts';
import type { Language } from '../../domain/language.ts';
import type { Source } from '../../domain/source.ts';
import { type FoundDate, findDates } from './dates.ts';
import { antecedentOf, contextOf, isProper, subjectOf, titleSubject } from './event-names.ts';
import { type HappeningVerb, happeningIn } from './happenings.ts';
import { asWritten, slug } from './localize.ts';
import { mergeEvents } from './merge-events.ts';
import { type Line, type RawPassage, readLines } from './reading.ts';

const clauseBreak =
  /;\s|,\s(?=(?:ja|mutta|kun|jolloin|joka|jotka|sillä|och|men|när|då|som|and|but|when|which|while|so)\s)|\s[–—]\s/gu;
const denied =
  /(?<!\p{L})(?:ei|eivät|eikä|inte|aldrig|not|never|n['’]t|mikäli|jos|om|if|unless|ehkä|kanske|perhaps|could|voisi|kunde|aiemmin|tidigare|alun\sperin|ursprungligen|originally|previously)(?!\p{L})/iu;
const repeated =
  /(?<!\p{L})(?:joka\s(?:päivä|viikko|kuukausi|vuosi|kerta|\p{L}+tai)|viikoittain|kuukausittain|vuosittain|arkisin|\p{L}+aisin|\p{L}+stoisin|varje|årligen|veckovis|every|weekly|monthly|annually|each|måndagar|tisdagar|onsdagar|torsdagar|fredagar)(?!\p{L})/iu;
/** How far from its verb a date may stand, in UTF-16 code units. */
const farthestDate = 80;

/**
 * The dated happenings of one document: what opens, starts, enters into force, moves, ends or is held. Only a clause with one verb of
 * happening and one date gives an event, named by the clause's subject; a date without a year stays so, and a month alone gives none.
 */
export function extractEvents(passages: readonly RawPassage[], source: Source): KnownEvent[] {
  const lines = readLines(passages, source);
  const events = lines.flatMap((line, at) => (isTelling(line) ? eventsIn(line, at, lines, source) : []));
  return mergeEvents(events, [source]);
}

function isTelling({ passage, text, quoted }: Line): boolean {
  return (
    passage.role === 'sentence' && !quoted && text.length <= 600 && /[.!]$/u.test(text) && !/^[–—"“”»>]/u.test(text)
  );
}

function eventsIn(line: Line, at: number, lines: readonly Line[], source: Source): KnownEvent[] {
  return clausesOf(line.text).flatMap(({ text, start }): KnownEvent[] => {
    if (denied.test(text) || repeated.test(text)) return [];
    const dates = findDates(text, line.language);
    const [date] = dates;
    const verb = happeningIn(blank(text, dates), line.language);
    if (!verb || !date || dates.length > 1 || !isExact(date, verb) || !isNear(date, verb)) return [];
    if (
      line.mentions.some(
        (mention) => mention.person.certain && mention.start >= start && mention.end <= start + text.length,
      )
    )
      return [];
    const name = nameOf(blank(text, dates), verb, { line, at, lines, start }, source);
    return name === null ? [] : [toEvent(name, verb, date, line, source)];
  });
}

function clausesOf(text: string): { text: string; start: number }[] {
  const starts = [0, ...[...text.matchAll(clauseBreak)].map((match) => match.index + match[0].length)];
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1] ?? text.length), start }));
}

/** A month without a year or day says too little to be an event, and so does a whole year for what is held. */
function isExact({ from }: FoundDate, { kind }: HappeningVerb): boolean {
  return from.month === null ? kind !== 'held' : from.year !== null || from.day !== null;
}

function isNear(date: FoundDate, verb: HappeningVerb): boolean {
  return Math.max(date.start - verb.end, verb.start - date.end) <= farthestDate;
}

function blank(text: string, dates: readonly FoundDate[]): string {
  return dates.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}

type Place = { line: Line; at: number; lines: readonly Line[]; start: number };

function nameOf(clause: string, verb: HappeningVerb, { line, at, lines, start }: Place, source: Source): string | null {
  const { language } = line;
  if (verb.dateNoun) return titleSubject(source.title, language) ?? contextOf('', at, lines, source.title, language);
  const subject = subjectOf(clause, verb, language);
  if (subject === null) return antecedentOf(line.text.slice(0, start).trimEnd(), clause.trimStart(), language);
  if (isProper(subject, start === 0 && line.text.startsWith(subject), lines)) return subject;
  const context = contextOf(subject, at, lines, source.title, language);
  if (context !== null && context.toLowerCase().endsWith(subject.toLowerCase())) return context;
  if (context !== null) return `${context}: ${lowerFirst(subject, start)}`;
  return isTelltale(subject, language, verb) ? subject : null;
}

function lowerFirst(subject: string, start: number): string {
  return start === 0 ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject;
}

/** A general subject that still says which thing it is: two words of weight, or one long one for what enters into force. */
function isTelltale(subject: string, language: Language, { kind }: HappeningVerb): boolean {
  const light = {
    fi: /^(?:uusi|uudet|seuraava|ensimmäinen|koko|toinen)$/iu,
    sv: /^(?:ny|nya|nytt|nästa|första|den|det|andra)$/iu,
    en: /^(?:new|next|first|the|whole|second)$/iu,
  };
  const weighty = subject.split(' ').filter((part) => part.length > 3 && !light[language].test(part));
  return weighty.length >= 2 || (kind === 'force' && weighty.some((part) => part.length >= 9));
}

function toEvent(name: string, verb: HappeningVerb, date: FoundDate, line: Line, source: Source): KnownEvent {
  const national =
    verb.kind === 'force' && /(?:laki|lain|uudistus|lagen|lag|reform\p{Ll}*|act|law)(?!\p{L})/iu.test(name);
  const municipality = national ? wholeCountry : source.municipality;
  return {
    id: `${verb.kind}--${slug(municipality)}--${slug(name).slice(0, 60)}`,
    name: asWritten(name),
    aliases: { fi: [], sv: [], en: [] },
    municipality,
    statements: [
      {
        from: date.from,
        to: date.to,
        says: asWritten(line.text.replace(/^[-•]\s+/u, '')),
        evidence: { source: line.passage.source, quote: line.passage.text },
      },
    ],
  };
}
