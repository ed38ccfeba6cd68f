import type { Passage } from '../domain/passage.ts';
import type { Person } from '../domain/people.ts';
import { analyse } from '../retrieval/analysis.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { sayLine } from './compose-article.ts';
import { type Composing, type Draft, asOf, citeEvidence, citePassage, emptyDraft, uniqueCitations } from './draft.ts';
import { createPeopleIndex } from './people-index.ts';
import type { Ranked } from './rank.ts';
import { type ScoredSentence, scoreSentences } from './select-sentences.ts';

/** An article that holds less of the question is about something else. */
const enoughOfArticle = 0.3;
/** Whose words they are is told only where they hold this share of the question. */
const enoughOfSentence = 0.4;
/** An article that holds this much of the question is what its speakers speak of, whatever their words. */
const enoughAlone = 0.55;

/** Answers who says something, or what a named person says, from the quotations of articles; null when neither is asked or none fits. */
export function decideSpeaker(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question } = composing;
  if (!question.intents.has('said')) return null;
  const named = question.people.map(({ person }) => person);
  if (named.length === 0 && !question.intents.has('who')) return null;
  const articles = ranked.flatMap(({ unit: { content }, coverage }) =>
    content.kind === 'article' && coverage >= enoughOfArticle
      ? [{ coverage, spoken: spokenBy(composing, content.passages, named) }]
      : [],
  );
  const [best] = scoreSentences(
    composing,
    articles.flatMap(({ spoken }) => spoken),
  );
  const own = articles.find(({ spoken }) => best !== undefined && spoken.includes(best.passage));
  if (best && own && (named.length > 0 || shareHeld(composing, best) >= enoughOfSentence))
    return composeSpoken(
      composing,
      own.spoken.filter(({ speaker }) => speaker === best.passage.speaker),
    );
  const about = articles.find(({ coverage, spoken }) => coverage >= enoughAlone && spoken.length > 0);
  return about ? composeSpoken(composing, about.spoken) : null;
}

/** The sentences that somebody says, of the people named where any are. */
function spokenBy(composing: Composing, passages: readonly Passage[], named: readonly Person[]): Passage[] {
  return passages.filter(
    ({ speaker }) => speaker !== null && (named.length === 0 || isOneOf(personOf(composing, speaker), named)),
  );
}

function isOneOf(person: Person | undefined, named: readonly Person[]): boolean {
  return person !== undefined && named.includes(person);
}

/** How much of the question, asking words aside, a sentence holds. */
function shareHeld({ base, question }: Composing, { levels }: ScoredSentence): number {
  const weights = question.groups.map((group) => (group.role === 'asking' ? 0 : base.weigh(group)));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return levels.reduce((sum, level, index) => sum + level * (weights[index] ?? 0), 0) / total;
}

function composeSpoken(composing: Composing, spoken: readonly Passage[]): Draft {
  const texts = answersIn(composing.language);
  const chosen = scoreSentences(composing, spoken)
    .slice(0, 2)
    .map(({ passage }) => passage);
  const [first] = chosen;
  const person = first?.speaker ? personOf(composing, first.speaker) : undefined;
  const post = person?.facts.find(({ attribute }) => attribute === 'post');
  const lines = chosen.map((passage) => sayLine(composing, passage));
  if (person && post) lines.unshift(texts.person(person.name, post.value[composing.language]));
  return {
    ...emptyDraft('answered', lines[0] ?? ''),
    details: lines.slice(1),
    citations: uniqueCitations([
      ...chosen.flatMap((passage) => citePassage(composing, passage)),
      ...(post ? citeEvidence(composing, post.evidence) : []),
    ]),
    next: [asOf(composing, first?.source ?? '')],
    people: person ? [person.id] : [],
  };
}

function personOf({ base, language }: Composing, speaker: string): Person | undefined {
  return createPeopleIndex(base.catalogue.people)(analyse(speaker, language))[0]?.person;
}
