import type { Passage } from '../domain/passage.ts';
import type { Term } from '../domain/term.ts';
import { isHoursLine } from '../domain/weekdays.ts';
import { asksAudience, asksHours, isFree } from './asked-property.ts';
import type { Composing } from './draft.ts';
import { mentionsIntent } from './intents.ts';
import { isNameForm } from './people-index.ts';
import { type Ranked, readTitles } from './rank.ts';
import { type ScoredSentence, sentenceUnit } from './select-sentences.ts';
import { asksMoney, hasFigure, hasMoney, hasShare } from './sentence-type.ts';
import type { Group } from './groups.ts';
import type { Unit } from './units.ts';
import { compileWords } from './word-patterns.ts';

/**
 * True when a country of the question, or a name that a figure is asked for, stands neither in the sentences that would be shown nor in
 * what they go on from, nor in the article's titles.
 */
export function lacksNamed(
  { question }: Composing,
  { unit, levels }: Ranked,
  sentences: readonly ScoredSentence[],
): boolean {
  const { intents, text } = question;
  const money = asksMoney(text) && !intents.has('yesNo');
  const figure = intents.has('count') || money;
  return question.groups.some((group, index) => {
    const country =
      /^\p{Lu}/u.test(group.surface) &&
      group.terms.some((term) => term.area === 'places' && !isAround(unit.cities, term));
    if (!country && !(figure && group.role === 'name')) return false;
    const said = sentences.some(
      ({ inContext, passage }) =>
        (inContext[index] ?? 0) >= 0.5 &&
        (!money || hasMoney(passage.text) || hasShare(passage.text) || isFree(passage.text)),
    );
    // What another of the same section gets or pays is not what this one does.
    const above = money ? undefined : sentences[0]?.passage;
    return !said && ((levels[index] ?? 0) < 0.5 || (figure && !isNamedAbove(unit, group, above)));
  });
}

/** True when the hours that would be shown are another's: what the question names stands neither beside them nor in title or headings. */
export function givesOthersHours(composing: Composing, { unit }: Ranked, [first]: readonly ScoredSentence[]): boolean {
  const { question, base } = composing;
  if (!asksHours(question.text) || !first || !isHoursLine(first.passage.text)) return false;
  const titled = readTitles(composing, unit);
  const above = paragraphAbove(unit, first.passage).map((passage) =>
    base.readEvidence(sentenceUnit(passage), question.groups).map(({ own }) => own),
  );
  return question.groups.some(
    ({ role, surface, terms }, index) =>
      (role === 'name' || role === 'topic') &&
      /^\p{Lu}/u.test(surface) &&
      !terms.some(({ area }) => area === 'time-and-numbers' || area === 'municipal') &&
      Math.max(first.inContext[index] ?? 0, ...[titled, ...above].map((levels) => levels[index] ?? 0)) < 0.5,
  );
}

/** The last paragraph before a list of hours and its heading: what it tells of is open so. */
function paragraphAbove({ content }: Unit, line: Passage): Passage[] {
  const passages = content.kind === 'article' ? content.passages : [];
  const before = passages.filter(
    ({ ordinal, role, text }) => ordinal < line.ordinal && role === 'sentence' && !isHoursLine(text),
  );
  return before.filter(({ paragraph }) => paragraph === before.at(-1)?.paragraph);
}

/** "Vaasan seutu" is the region of Vaasa, of which its documents speak. */
function isAround(cities: readonly string[], { fi }: Term): boolean {
  return cities.some((city) =>
    fi.some(
      (region) => region.includes(' ') && isNameForm(region.toLowerCase().split(' ')[0] ?? '', city.toLowerCase()),
    ),
  );
}

/** A name in a title, in a heading or earlier in the section is what the sentence may be about. */
function isNamedAbove({ names, content }: Unit, { alternatives, surface }: Group, shown: Passage | undefined): boolean {
  const passages = content.kind === 'article' ? content.passages : [];
  const before = passages.filter(
    ({ section, ordinal }) => shown && section === shown.section && ordinal <= shown.ordinal,
  );
  const above = [...Object.values(names), ...before.map(({ text }) => text)].join(' ').toLowerCase();
  const forms = [surface, ...Object.values(alternatives).flat()].map((form) => form.toLowerCase().slice(0, nameStem));
  return forms.some((form) => above.includes(form));
}

/** So many letters of a name stay the same in all its forms. */
const nameStem = 5;

/** The share of what a question speaks of that a sentence with its figure must say, itself or by title, heading or what goes before. */
const enoughOfFigure = 0.5;

/** True when a figure or an amount is asked for and every sentence that has one speaks of something else. */
export function figuresOtherThing(
  composing: Composing,
  { unit }: Ranked,
  sentences: readonly ScoredSentence[],
): boolean {
  const { question, base } = composing;
  const money = asksMoney(question.text);
  if ((!money && !question.intents.has('count')) || question.intents.has('yesNo') || question.intents.has('who'))
    return false;
  const titled = readTitles(composing, unit);
  const asked = question.groups.flatMap((group, index) =>
    (group.role === 'topic' || group.role === 'name') && !asksMoney(group.surface)
      ? [{ index, weight: base.weigh(group) }]
      : [],
  );
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  return (
    total > 0 &&
    sentences.every(({ passage, inContext }) => {
      if (!(money ? hasMoney(passage.text) || hasShare(passage.text) || isFree(passage.text) : hasFigure(passage.text)))
        return true;
      const held = asked.filter(({ index }) => Math.max(inContext[index] ?? 0, titled[index] ?? 0) >= 0.5);
      return held.reduce((sum, { weight }) => sum + weight, 0) < enoughOfFigure * total;
    })
  );
}

const asksSomebody = /(?<!\p{L})(?:kuka|ketkä|vem|who)(?!\p{L})/iu;

/** True when the question asks who, and the sentences name nobody but those whom it names itself. */
export function namesNobody({ question, base }: Composing, sentences: readonly ScoredSentence[]): boolean {
  if (!question.intents.has('who') || question.intents.has('yesNo') || !asksSomebody.test(question.text)) return false;
  if (asksAudience(question.text)) return false;
  const asked = question.groups.flatMap(({ surface, alternatives }) =>
    [surface, ...Object.values(alternatives).flat()].map((form) => form.toLowerCase().slice(0, nameStem)),
  );
  return !sentences.some(({ passage }) => {
    if (namesOnlyDeputy(question, passage.text)) return false;
    if (passage.speaker !== null) return true;
    if (namesWhoDoes(question, passage)) return true;
    const names = [...passage.text.matchAll(capitalised)].map(([word]) => word.toLowerCase().slice(0, nameStem));
    if (names.some((name) => !asked.some((form) => form.startsWith(name) || name.startsWith(form)))) return true;
    return base.understandPassage(passage).groups.some(({ role }) => role === 'body' || role === 'post');
  });
}

/** "Who is the mayor": a deputy mayor is not. */
function namesOnlyDeputy({ groups, text }: Composing['question'], words: string): boolean {
  if (text.search(deputy) !== -1) return false;
  const folded = words.toLowerCase();
  const withoutDeputies = folded.replaceAll(deputy, ' ');
  return groups.some(({ role, surface, alternatives }) => {
    const forms =
      role === 'post' ? [surface, ...Object.values(alternatives).flat()].map((form) => form.toLowerCase()) : [];
    return forms.some((form) => folded.includes(form)) && !forms.some((form) => withoutDeputies.includes(form));
  });
}

const deputy = /(?<!\p{L})(?:deputy |vice |assistant |biträdande |apulais-?)\S+/giu;

/** "The schools are responsible for mentoring": who is responsible for something need have no name. Who leads it has one. */
function namesWhoDoes({ intents, text }: Composing['question'], passage: Passage): boolean {
  return intents.has('responsible') && !leading.test(text.toLowerCase()) && mentionsIntent('responsible', passage.text);
}

const leading = compileWords({
  fi: 'johtaa | johtavat | vetää | vetävät',
  sv: 'leder | drar | chef för | driver',
  en: 'lead | leads | led | heads | headed by | runs | run by',
});

/** A word with a capital that does not open its sentence. */
const capitalised = /(?<=[\p{L},;:)”"]\s[„“”"]?)\p{Lu}[\p{L}-]{2,}/gu;
