import type { Composing } from './draft.ts';
import { asksSeveral } from './counts-focus.ts';
import { type Ranked, readTitles } from './rank.ts';
import type { ScoredSentence } from './select-sentences.ts';
import { asksMoney, hasFigure } from './sentence-type.ts';
import { compileWords } from './word-patterns.ts';

/** What those who are counted did is said at least this well. */
const enough = 0.4;

/**
 * True when a figure is asked of a part of people, or of all there are in a place, and the sentences with figures count others: all who took
 * part, not those who dropped out; those whom a service helped, not all the unemployed.
 */
export function countsOthers(composing: Composing, { unit }: Ranked, sentences: readonly ScoredSentence[]): boolean {
  const { question } = composing;
  if (!question.intents.has('count') || question.intents.has('yesNo')) return false;
  const figures = sentences.filter(({ passage }) => hasFigure(passage.text.replace(ofAge, ' ')));
  if (figures.length === 0) return false;
  return (
    figures.every((sentence) => lacksClause(question, sentence) || countsServed(question, sentence)) ||
    lacksLast(composing, unit, figures)
  );
}

/** "Under 30 years" says whom something is for, "six months" for how long. */
const ofAge = /\S+(?:\s|-)(?:kuukau|vuo[td]|viik|månad|år(?!\p{L}{4})|veck|month|year|week)\p{L}*/giu;

const ofThose =
  /(?:av (?:dem|de \p{L}+) som|of (?:those|them|the \p{L}+) (?:who|that)|niistä(?: \p{L}+)?,? jotka)\s(?:har |have |had |has |ovat |oli(?:vat)? )?(\p{L}+)/u;

/**
 * "How many of those who dropped out were from Karis": the sentence with the figure, or what it goes on from, says that they did, and the
 * sentence itself says whence.
 */
function lacksClause({ text, groups }: Composing['question'], { levels, inContext }: ScoredSentence): boolean {
  const [, did] = ofThose.exec(text.toLowerCase()) ?? [];
  const index = did === undefined ? -1 : groups.findIndex(({ surface }) => surface.toLowerCase().startsWith(did));
  if (index === -1) return false;
  const last = groups.length - 1;
  const ofPlace = last > index && ['place', 'name'].includes(groups[last]?.role ?? '');
  return (inContext[index] ?? 0) < enough || (ofPlace && (levels[last] ?? 0) < enough);
}

const areThere = compileWords({
  fi: 'montako … on | montako … oli | kuinka monta … on | kuinka monta … oli | paljonko … on | paljonko … oli',
  sv: 'finns det | fanns det | bor det | bodde det',
  en: 'are there | were there | live in',
});
const served =
  /(?<!\p{L})(?:auttanut|autettiin|auttoi|osallistu|asiakka|palvel(?:lut|i |tiin)|työllistyi|saanut|hjälp|deltag|deltog|kund|betjän|fått|served|helped|participa|customer|client|took part|taken part|found)/iu;

/** "How many are there in the town": those who were helped, or took part, are not all of them. */
function countsServed({ text, places }: Composing['question'], { passage }: ScoredSentence): boolean {
  const folded = text.toLowerCase();
  return (
    places.length > 0 &&
    areThere.test(folded) &&
    /(?:on|oli|det|there|in)(?:\s\S+){0,5}[?.!\s]*$/u.test(folded) &&
    !served.test(folded) &&
    served.test(passage.text)
  );
}

/** "… found a job in the care sector": what the question says last tells which of them are counted. */
function lacksLast(composing: Composing, unit: Ranked['unit'], figures: readonly ScoredSentence[]): boolean {
  const { question } = composing;
  const last = question.groups.findLastIndex(({ role, terms }) => role === 'topic' && terms.length > 0);
  const ofTime = question.groups[last]?.terms.some(({ area }) => area === 'time-and-numbers') ?? true;
  if (ofTime || asksMoney(question.text) || asksSeveral(question.text)) return false;
  const titled = readTitles(composing, unit);
  return (titled[last] ?? 0) < enough && figures.every(({ inContext }) => (inContext[last] ?? 0) < enough);
}
