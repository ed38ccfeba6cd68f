import type { Term } from '../domain/term.ts';
import { answersIn } from '../texts/answers/answers.ts';
import type { Passage } from '../domain/passage.ts';
import { type Composing, type Draft, citePassage, inLanguage } from './draft.ts';
import { placeName } from './refuse.ts';
import { sentenceUnit } from './select-sentences.ts';
import { compileWords } from './word-patterns.ts';

/** A quote that names so many municipalities lists the members of something. */
const fewestListed = 5;

const belongs = compileWords({
  fi: 'kuuluu | kuuluuko | kuuluvat | onko … jäsen | jäsenenä | mukana | osa',
  sv: 'hör | ingår | medlem | med i | del av | tillhör',
  en: 'belong | belongs | member | part of | in the | included | among',
});

/** "Is Rauma in the network?": an answer that lists municipalities says first whether the asked one is among them. */
export function withMembership(composing: Composing, draft: Draft): Draft {
  const { places, text, intents } = composing.question;
  const [place] = places;
  if (draft.outcome !== 'answered' || places.length !== 1 || place === undefined) return draft;
  if (!intents.has('yesNo') || !belongs.test(text.toLowerCase())) return draft;
  const municipalities = composing.base.catalogue.terms.filter(({ area }) => area === 'municipalities');
  const sources = new Set(draft.citations.map(({ source }) => source));
  const listing = composing.base.catalogue.passages.find(
    (passage) =>
      sources.has(passage.source) &&
      municipalities.filter((term) => names(term, passage.text)).length >= fewestListed &&
      isAskedOf(composing, passage),
  );
  if (!listing) return draft;
  const texts = answersIn(composing.language);
  const asked = municipalities.find(({ fi }) => fi[0] === place);
  const listed = asked !== undefined && names(asked, listing.text);
  const name = placeName(composing, place);
  return {
    ...draft,
    headline: listed ? texts.listed(name) : texts.notListed(name),
    details: [inLanguage(listing, composing.language)],
    citations: citePassage(composing, listing),
  };
}

/** The list holds what else the question names: which network, which area. */
function isAskedOf({ base, question }: Composing, passage: Passage): boolean {
  const groups = question.groups.filter(({ role }) => role === 'topic' || role === 'body' || role === 'name');
  return base.readEvidence(sentenceUnit(passage), groups).every(({ own }) => own >= 0.5);
}

function names({ fi, sv }: Term, quote: string): boolean {
  return [...fi, ...sv].some((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(quote));
}
