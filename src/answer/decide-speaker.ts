import type { Passage } from '../domain/passage.ts';
import type { Person } from '../domain/people.ts';
import { analyse } from '../retrieval/analysis.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { sayLine } from './compose-article.ts';
import { type Composing, type Draft, asOf, citeEvidence, citePassage, emptyDraft, uniqueCitations } from './draft.ts';
import { createPeopleIndex } from './people-index.ts';
import type { Ranked } from './rank.ts';
import { scoreSentences } from './select-sentences.ts';

/** The article must hold this share of the question before its speaker answers it. */
const enoughCoverage = 0.55;
/** A named speaker narrows the question down by itself. */
const enoughWhenNamed = 0.35;

/** Answers who says something, or what a named person says, from the quotations of articles; null when neither is asked or none fits. */
export function decideSpeaker(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question } = composing;
  if (!question.intents.has('said')) return null;
  const named = question.people.map(({ person }) => person);
  if (named.length === 0 && !question.intents.has('who')) return null;
  const articles = ranked.filter(
    ({ unit, coverage }) =>
      unit.content.kind === 'article' && coverage >= (named.length > 0 ? enoughWhenNamed : enoughCoverage),
  );
  for (const { unit } of articles) {
    if (unit.content.kind !== 'article') continue;
    const spoken = unit.content.passages.filter(({ speaker }) => speaker !== null);
    const fitting = spoken.filter(
      ({ speaker }) => named.length === 0 || isOneOf(personOf(composing, speaker ?? ''), named),
    );
    if (fitting.length > 0) return composeSpoken(composing, fitting);
  }
  return null;
}

function isOneOf(person: Person | undefined, named: readonly Person[]): boolean {
  return person !== undefined && named.includes(person);
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
