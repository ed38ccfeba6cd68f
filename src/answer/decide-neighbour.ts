import type { Passage } from '../domain/passage.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { sayLine } from './compose-article.ts';
import { type Composing, type Draft, asOf, citePassage, emptyDraft } from './draft.ts';
import { asksNeighbour } from './decide-person.ts';
import type { Ranked } from './rank.ts';
import { sentenceUnit } from './select-sentences.ts';
import { compileWords } from './word-patterns.ts';

/** A sentence about a post names it at least this well. */
const enoughPost = 0.8;

/**
 * Answers who came before or after a person, or held a post before its holder or until one comes, with the sentence that tells it. Not
 * stated where a named person's documents tell nothing like it; null when that is not asked, or another sentence may tell it.
 */
export function decideNeighbour(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question } = composing;
  const named = question.people.map(({ person }) => person.name.split(' ').at(-1) ?? '');
  if (!asksNeighbour(composing) && !asksPredecessor(composing)) return null;
  const articles = ranked.flatMap(({ unit: { content, cities } }) =>
    content.kind === 'article' &&
    (question.places.length === 0 || cities.some((city) => question.places.includes(city)))
      ? [content.passages]
      : [],
  );
  const told =
    articles.flat().find((passage) => tells(composing, passage, named)) ??
    articles.flatMap((passages) => leaverIn(composing, passages, named) ?? [])[0];
  if (told) return composeTold(composing, told);
  const [first] = question.people;
  if (!first || articles.some((passages) => speaksOfNeighbour(passages, named))) return null;
  return emptyDraft('not_stated', answersIn(composing.language).notStated(first.person.name));
}

/** "Who was the director before?": a post and no person is named, and no career is asked for. */
function asksPredecessor({ question: { text, intents, groups, people } }: Composing): boolean {
  return (
    people.length === 0 &&
    intents.has('who') &&
    !intents.has('where') &&
    groups.some(({ role }) => role === 'post') &&
    predecessor.test(text.toLowerCase())
  );
}

const predecessor = compileWords({
  fi: 'ennen | edeltäj* | edellinen | aiempi | hoitanut | sijaistaa | sijaistanut',
  sv: 'före | innan | företräd* | skött | förra | vikarierar',
  en: 'before | predecessor | previous | filled in | acting | standing in',
});

/** Tells of somebody's work being done by another, or of who follows whom: of the person named, or of the post asked for. */
function tells({ base, question }: Composing, passage: Passage, named: readonly string[]): boolean {
  const folded = passage.text.toLowerCase();
  if (!namesOther(passage.text, named)) return false;
  const ofPost = () =>
    question.groups.some(
      (group) =>
        group.role === 'post' && (base.readEvidence(sentenceUnit(passage), [group])[0]?.own ?? 0) >= enoughPost,
    );
  const ofPerson = named.some((name) => passage.text.includes(name.slice(0, 4)));
  return (inBetween.test(folded) && (ofPost() || ofPerson)) || (succession.test(folded) && ofPerson);
}

/**
 * "Markku Salo, who has led the services since 2016, retires": who leaves the work that is asked about, or that is the post of the person
 * named, came before that person in an article about them.
 */
function leaverIn({ base, question }: Composing, passages: readonly Passage[], named: readonly string[]) {
  if (!predecessor.test(question.text.toLowerCase()) || named.length === 0) return undefined;
  if (!passages.some(({ text }) => named.some((name) => text.includes(name.slice(0, 4))))) return undefined;
  const work = question.groups.filter(({ role }) => role === 'topic' || role === 'post' || role === 'body');
  const ofTheirPost = work.some((group) => question.people.some(({ person }) => base.holdsPost(person, group)));
  return passages.find((passage) => {
    const folded = passage.text.toLowerCase();
    if (named.some((name) => passage.text.startsWith(name.slice(0, 4)))) return false;
    if (passage.speaker !== null || !hasLed.test(folded) || !leaves.test(folded)) return false;
    const held = base.readEvidence(sentenceUnit(passage), work).some(({ own }) => own >= enoughWork);
    return namesOther(passage.text, named) && (work.length === 0 || ofTheirPost || held);
  });
}

/** Of a compound such as "integration director", "has led the integration services" says a part. */
const enoughWork = 0.4;

function composeTold(composing: Composing, passage: Passage): Draft {
  return {
    ...emptyDraft('answered', sayLine(composing, passage)),
    citations: citePassage(composing, passage),
    next: [asOf(composing, passage.source)],
  };
}

/** An article of the named person in which some sentence tells of a change of holders. */
function speaksOfNeighbour(passages: readonly Passage[], named: readonly string[]): boolean {
  return (
    passages.some(({ text }) => named.some((name) => text.includes(name.slice(0, 4)))) &&
    passages.some(({ text }) => succession.test(text.toLowerCase()) && namesOther(text, named))
  );
}

const succession = compileWords({
  fi: 'seuraaja* | edeltäj* | seuraa | tilalle',
  sv: 'efterträd* | företräd* | ersätter | ersatte',
  en: 'successor | predecessor | succeeds | succeeded | replaces | replaced | takes over from',
});

const hasLed = compileWords({
  fi: 'johtanut | johtanutta | johti | vetänyt | hoitanut | toiminut | vastannut',
  sv: 'har lett | hade lett | lett | ledde | har varit | haft | ansvarat | skött',
  en: 'has led | had led | led | has headed | headed | has been | served',
});
const leaves = compileWords({
  fi: 'eläkkeelle | eläköity* | jättää | jätti | siirtyy | siirtyi | lähtee | lähti | irtisanoutu* | lopettaa',
  sv: 'pension* | lämnar | lämnade | slutar | slutade | övergår | övergick | flyttar | avgår | avgick | går vidare',
  en: 'retire | retires | retired | retiring | leaves | left | leaving | steps down | stepped down | moves to | moved to | resigns | resigned',
});

/** Who does somebody's work until the next one comes. */
const inBetween = compileWords({
  fi: 'sen jälkeen | sittemmin | tämän jälkeen | sijaistaa | sijaisena | väliaikaisesti | oman toimensa ohella | hoitanut',
  sv: 'sedan dess | därefter | vikarierar | vikarie | tillförordnad | skötts | skött | sköter',
  en: 'since then | after that | in the meantime | acting | interim | stands in | filled in | standing in',
});

function namesOther(text: string, named: readonly string[]): boolean {
  const surnames = [...text.matchAll(/\p{Lu}\p{Ll}+ (\p{Lu}\p{Ll}+)/gu)].map((match) => match[1] ?? '');
  return surnames.some((surname) => !named.some((name) => surname.startsWith(name.slice(0, 4))));
}
