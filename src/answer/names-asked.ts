import type { Passage } from '../domain/passage.ts';
import type { Composing } from './draft.ts';
import { asksAudience } from './asked-property.ts';
import { isNameForm } from './people-index.ts';
import { leansBack } from './leaning.ts';
import { type ScoredSentence, sentenceUnit } from './select-sentences.ts';
import { hasFigure } from './sentence-type.ts';
import type { Group } from './groups.ts';
import { asksWhichOnes, namesIn } from './which-ones.ts';
import { compileWords } from './word-patterns.ts';

/** A sentence is about what it holds at least this well. */
const enough = 0.5;
/** What is counted stands right behind its figure, an adjective between them at most. */
const behindFigure = 2;
const severalNames = 2;

const people = compileWords({
  fi: 'ketkä muut | ketkä … jäsen* | ketkä … haki* | ketkä … hakeneet | ketkä … haastatel* | ketkä … haastatt* | ketkä … valittiin | keitä … jäsen* | keitä … haki*',
  sv: 'vilka personer | vilka andra personer | vilka … sökande | vilka … kandidater* | vilka … sökte | vilka … ledamöter* | vilka … medlemmar* | vilka … intervju* | vilka sitter | vem sitter',
  en: 'which people | which persons | which other people | which … candidates | which … applicants | which … members | who are … members | who … applied | who … interviewed | who sits',
});

/** Asks for several people by what they did or belong to: "which other candidates", "the members". */
export function asksPeople(text: string): boolean {
  return people.test(text.toLowerCase());
}

/** Whom a board chose to chair it are not its members. */
const members = compileWords({ fi: 'jäsenet | jäseniä', sv: 'medlemmar* | ledamöter*', en: 'members' });

const otherwise = ['count', 'yesNo', 'when', 'timetable'] as const;

/** True when the question asks who or which several are, and the sentences only say how many there are, or name others. */
export function leavesUnnamed(composing: Composing, sentences: readonly ScoredSentence[]): boolean {
  const { text, intents } = composing.question;
  if (otherwise.some((intent) => intents.has(intent)) || asksAudience(text)) return false;
  const least = members.test(text.toLowerCase()) ? severalNames : 1;
  if (asksPeople(text) && !sentences.some((sentence) => namesThem(composing, sentence, least))) return true;
  return asksWhichOnes(text) && countsThem(composing, sentences);
}

/** "Språkkurser ordnas på tolv odlingar": how many there are, and in no sentence which. */
function countsThem(composing: Composing, sentences: readonly ScoredSentence[]): boolean {
  const thing = composing.question.groups.find(({ role }) => role !== 'asking' && role !== 'place');
  if (!thing || !isThing(thing, composing.language)) return false;
  const counts = sentences.some(
    ({ passage }) => !saysWhich(passage.text) && standsBehindFigure(composing, passage, thing),
  );
  return (
    counts &&
    !sentences.some((sentence) => saysWhich(sentence.passage.text) || namesThem(composing, sentence, severalNames))
  );
}

/** In Swedish and English a noun may be read as the verb it looks like; in Finnish "kokoontuivat" is one, whatever it is read as. */
function isThing({ role, terms, surface }: Group, language: Composing['language']): boolean {
  return (
    (language === 'fi' ? role === 'topic' && !/v[aä]t$/u.test(surface) : role === 'topic' || role === 'verb') &&
    !terms.some(({ area }) => area === 'time-and-numbers')
  );
}

function standsBehindFigure({ base }: Composing, passage: Passage, group: Group): boolean {
  const words = passage.text.split(' ');
  return words.some((word, index) => {
    if (!hasFigure(word) || ofAge.test(word)) return false;
    const text = words.slice(index + 1, index + 1 + behindFigure).join(' ');
    const unit = sentenceUnit({ ...passage, id: `${passage.id}@behind${index}`, text });
    return (base.readEvidence(unit, [group])[0]?.own ?? 0) >= 0.7;
  });
}

/** "Over 55 years old" counts nobody. */
const ofAge = /\d-\p{L}/u;

/** "Fem kommuner: …" and "på tre språk, svenska, finska och engelska" say which. */
function saysWhich(text: string): boolean {
  return /:\s\S/u.test(text) || /,\s[^,\d]+(?:,|\s(?:ja|och|and|sekä|samt)\s)[^,\d]+(?:[,.]|$)/u.test(text);
}

/** Names so many, places and those whom the question names aside, in a sentence about what is asked. */
function namesThem({ base, question }: Composing, sentence: ScoredSentence, least: number): boolean {
  const { passage, levels, inContext } = sentence;
  const held = leansBack(passage) ? inContext : levels;
  const isAbout = question.groups.some(
    ({ role, terms }, index) =>
      (role === 'topic' || role === 'verb' || role === 'body') &&
      !terms.some(({ id }) => id === 'other') &&
      (held[index] ?? 0) >= enough,
  );
  if (!isAbout) return false;
  const { groups } = base.understandPassage(passage);
  const places = groups.filter(({ role }) => role === 'place').map(({ surface }) => surface);
  const asked = question.text.split(/\s+/u);
  const isKnown = (name: string) =>
    [...places, ...asked].some(
      (known) => isNameForm(name.toLowerCase(), known.toLowerCase()) || known.startsWith(name),
    );
  const names = namesIn(passage.text).filter((found) => !isKnown(found));
  return new Set(names).size >= least;
}

/** True when the question asks for a person by post or for a person's name: no measure, metric, event or definition names one. */
export function asksHolder({ text, groups, intents }: Composing['question']): boolean {
  if (intents.has('yesNo') || intents.has('contact')) return false;
  const folded = text.toLowerCase();
  if (whoAre.test(folded) && !intents.has('responsible') && !intents.has('partner')) return true;
  const ofBody = groups.some(({ role }) => role === 'body') && !groups.some(({ role }) => role === 'topic');
  return (
    nameOfHolder.test(folded) ||
    (whoHeads.test(folded) && ofBody) ||
    (whoIs.test(folded) && groups.some(({ role }) => role === 'post'))
  );
}

const whoHeads = compileWords({
  fi: 'kuka johtaa | kuka vetää',
  sv: 'vem leder | vem basar över',
  en: 'who heads | who leads | who runs',
});

/** "Who are the ambassadors?": no cell of a table names them. */
const whoAre = compileWords({ fi: 'keitä ovat', sv: 'vilka personer är', en: 'who are the' });
const whoIs = compileWords({
  fi: 'kuka on | ketkä ovat | kuka oli | kuka toimii',
  sv: 'vem är | vilka är | vem var',
  en: 'who is | who’s | who are | who was | name the',
});
const nameOfHolder = compileWords({
  fi: 'kuka palkattiin | kuka valittiin | kuka rekrytoitiin | minkä niminen henkilö* | kuka on … päällikkö | kuka on … johtaja',
  sv: 'vem är chef | vem anställdes | vem rekryterades | vem valdes | vad heter chefen | vad heter direktören | vad heter ledaren | vad heter koordinatorn',
  en: 'who is the head | who is head | who was hired | who was recruited | who was chosen | who was appointed | name of the head | name of the director | name of the manager | name of the coordinator',
});
