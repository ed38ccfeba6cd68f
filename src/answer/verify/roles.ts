import type { Language } from '../../domain/language.ts';
import { answersIn } from '../../texts/answers/answers.ts';
import type { Composing } from '../draft.ts';
import type { EvidenceItem } from '../evidence-item.ts';
import type { Understanding } from '../understand.ts';
import { compileWords } from '../word-patterns.ts';
import { figuresIn } from './bindings.ts';
import { bodiesIn } from './bodies.ts';
import { type Reading, withoutLabel } from './reading.ts';
import { type Value, isHeldBy, readValues } from './values.ts';

/** Words that give what stands near them one of two parts. Those of the other part that follow what they are said of may be fewer. */
type Sides = { one: RegExp; other: RegExp; otherBehind?: RegExp };

const everyMatch = (words: RegExp) => new RegExp(words.source, 'gu');

const responsibility: Sides = {
  one: everyMatch(
    compileWords({
      fi: 'vastaa | vastaavat | vastasi | vastuu* | päävastuu* | johtaa | johtavat | vetää',
      sv: 'ansvar* | huvudansvar* | leder | leds',
      en: 'responsible | responsibility | leads | led | lead | leading | in charge | heads',
    }),
  ),
  other: everyMatch(
    compileWords({
      fi: 'yhteistyössä | yhteistyö* | kumppani* | yhteistyökumppani* | yhdessä | mukana',
      sv: 'samarbet* | samarbetspartner* | partner | partnern | partners | partnerna | tillsammans | deltar',
      en: 'cooperat* | co-operat* | collaborat* | partner | partners | together | working with | work with | joined by | alongside',
    }),
  ),
};

/** "X is a partner", while "X works together with Y" has X for the lead. */
const partnersBehind = everyMatch(
  compileWords({
    fi: 'kumppani* | yhteistyökumppani*',
    sv: 'partner | partnern | partners | partnerna | samarbetspartner*',
    en: 'partner | partners',
  }),
);

/** What shall be against what is. "Goal 2" names a goal and says neither. */
const aims: Sides = {
  one: /(?<!\p{L})(?:tavoit(?:e|ena|teena|teeksi|teen mukaan|earvo\p{L}*|etaso\p{L}*)|pyritään|mål(?:et|sättning\p{L}*|värde\p{L}*)?|target\p{L}*|aim|aims|aimed|goal|goals|should|shall)(?!\p{L}| ?\d)/gu,
  other: everyMatch(
    compileWords({
      fi: 'nykyinen | nykyisin | nykytila* | nykytilanne* | tällä hetkellä | tilanne | toteuma* | toteutunut',
      sv: 'nuvarande | nuläge* | läget | utfall* | för närvarande',
      en: 'current | currently | actual | state | status | stood at | outcome',
    }),
  ),
};

/** What a newer statement has replaced, against what holds. */
const times: Sides = {
  one: everyMatch(
    compileWords({
      fi: 'vanhempi | vanhemman | vanhemmassa | vanha | aiem* | aikaisem* | alun perin | alkuperäi* | silloin | tuolloin | päiväämät*',
      sv: 'äldre | tidigare | ursprunglig* | då | odatera*',
      en: 'older | earlier | previous | previously | original | originally | formerly | then | at the time | undated',
    }),
  ),
  other: everyMatch(
    compileWords({
      fi: 'uusin | uusimman | uudempi | uudemman | viimeisin | viimeisimmän | nyt | lopulta | toteutui',
      sv: 'nyare | nyaste | senaste | nu | slutligen',
      en: 'newer | newest | latest | now | finally | most recent | current',
    }),
  ),
};

/**
 * True when a sentence gives its facts parts that they do not have in the evidence: a partner the lead, a target the current figure, an
 * outdated date the one that holds.
 */
export function confusesRoles(composing: Composing, said: Understanding, reading: Reading): boolean {
  return (
    confusesBodies(composing, said, reading) ||
    confusesAims(composing, said.text, reading) ||
    confusesTimes(said.text, reading)
  );
}

type Side = 'one' | 'other';

/** The part of what stands at an offset: that of the last such words before it, else of the first after it. */
function sideAt(text: string, { one, other, otherBehind }: Sides, start: number, end: number): Side | null {
  const lower = text.toLowerCase();
  const marks = (words: RegExp, side: Side) => [...lower.matchAll(words)].map(({ index }) => ({ side, index }));
  const before = [...marks(one, 'one'), ...marks(other, 'other')].filter(({ index }) => index < start);
  const behind = [
    ...marks(one, 'one'),
    ...(otherBehind ? [...marks(otherBehind, 'other'), ...marks(other, 'one')] : marks(other, 'other')),
  ].filter(({ index }) => index >= end);
  const last = before.toSorted((a, b) => b.index - a.index)[0];
  return (last ?? behind.toSorted((a, b) => a.index - b.index)[0])?.side ?? null;
}

function confusesBodies({ base }: Composing, said: Understanding, { items }: Reading): boolean {
  const responsible = items.flatMap((item) => item.responsible ?? []);
  const leads = new Set(responsible.flatMap((cell) => cell.leads));
  const partners = new Set(responsible.flatMap((cell) => cell.partners));
  if (leads.size === 0) return false;
  const mentions = bodiesIn(base.catalogue, said.text, said.language);
  let rest = said.text.normalize('NFC');
  for (const { start, end } of mentions) rest = rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end);
  return mentions.some(({ id, generic, start, end }) => {
    const side = sideAt(rest, { ...responsibility, otherBehind: partnersBehind }, start, end);
    if (side === 'one') return !leads.has(id) && !generic;
    return side === 'other' && leads.has(id) && !partners.has(id);
  });
}

function confusesAims({ language }: Composing, text: string, { items }: Reading): boolean {
  const fieldOf = (item: EvidenceItem) => item.field ?? toldField(item.text, language);
  const valuesOf = (side: Side) =>
    items
      .filter((item) => (fieldOf(item) === 'target') === (side === 'one'))
      .flatMap((item) => readValues(`${item.text} ${item.translation ?? ''}`));
  if (!items.some((item) => ['target', 'state'].includes(fieldOf(item) ?? ''))) return false;
  const onlyAimed = figuresIn(text).some(
    (figure) => holds(valuesOf('one'), figure) && !holds(valuesOf('other'), figure),
  );
  return (onlyAimed && !isAim(text)) || confuses(text, aims, valuesOf);
}

/** What a composed line tells by its own label, null for neither. */
function toldField(text: string, language: Language): 'target' | 'state' | null {
  if (text.startsWith(answersIn(language).target(''))) return 'target';
  return withoutLabel(text, language).label === '' ? null : 'state';
}

/** True for a sentence that speaks of what shall be, or by when. */
function isAim(text: string): boolean {
  const lower = text.toLowerCase();
  return lower.search(aims.one) >= 0 || ahead.test(lower);
}

const ahead = compileWords({
  fi: 'mennessä | pitäisi | on määrä | tulee olla | tulisi',
  sv: 'ska | skall | skulle | kommer att | senast | till år',
  en: 'will | would | is to | are to | by the year | no later than',
});

function confusesTimes(text: string, { items }: Reading): boolean {
  if (!items.some(({ older }) => older)) return false;
  const valuesOf = (side: Side) =>
    items
      .filter(({ older }) => older === (side === 'one'))
      .flatMap((item) => readValues(`${item.text} ${item.translation ?? ''}`));
  const lower = text.toLowerCase();
  times.one.lastIndex = 0;
  const marked = times.one.test(lower);
  times.one.lastIndex = 0;
  const outdated = readValues(text).some(
    (value) => value.kind === 'date' && holds(valuesOf('one'), value) && !holds(valuesOf('other'), value),
  );
  return (outdated && !marked) || confuses(text, times, valuesOf);
}

/** True when a value of one side alone stands near words of the other side. */
function confuses(text: string, sides: Sides, valuesOf: (side: Side) => Value[]): boolean {
  const known = { one: valuesOf('one'), other: valuesOf('other') };
  return readValues(text).some((value) => {
    const side = sideAt(text, sides, value.start, value.end);
    if (side === null) return false;
    const opposite = side === 'one' ? 'other' : 'one';
    return !holds(known[side], value) && holds(known[opposite], value);
  });
}

function holds(values: readonly Value[], value: Value): boolean {
  return values.some((known) => isHeldBy(value, known));
}
