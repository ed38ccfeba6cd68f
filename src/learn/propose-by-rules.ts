import { languages } from '../domain/language.ts';
import type { Organisation } from '../domain/organisation.ts';
import { foldQuote } from '../domain/source.ts';
import { extractEvents } from '../ingest/extract/events.ts';
import { slug } from '../ingest/extract/localize.ts';
import { extractPeople } from '../ingest/extract/people.ts';
import { createTermTranslator } from '../ingest/extracted-facts.ts';
import { sameInAll } from '../ingest/knowledge.ts';
import { newOrganisation } from './new-organisation.ts';
import type { NewDocument } from './new-document.ts';
import { type Proposal, emptyRecords } from './review.ts';

/**
 * What the rules that read every document without curated facts find in this one beside what is curated of it, as records to check and to
 * word in three languages.
 */
export function proposeByRules(document: NewDocument): Proposal {
  const { source, passages, knowledge } = document;
  const people = extractPeople(passages, source, createTermTranslator(knowledge.terms)).flatMap((person) => {
    const known = knowledge.people.find(({ name }) => foldQuote(name) === foldQuote(person.name))?.facts ?? [];
    const facts = person.facts.filter(
      (fact) => !known.some((of) => of.attribute === fact.attribute && overlaps(of, fact)),
    );
    return facts.length === 0 ? [] : [{ ...person, facts }];
  });
  const stated = knowledge.events.flatMap(({ statements }) => statements);
  const events = extractEvents(passages, source).filter(
    ({ statements }) => !statements.some((statement) => stated.some((of) => overlaps(of, statement))),
  );
  const bodies = findBodies(document);
  return {
    by: 'rules',
    records: {
      ...emptyRecords,
      'people.json': people,
      'events.json': events,
      'organisations.json': bodies.map(({ organisation }) => organisation),
    },
    evidence: Object.fromEntries(
      bodies.map(({ organisation, quote }) => [organisation.id, { source: source.id, quote }]),
    ),
    rejected: [],
  };
}

type Resting = { evidence: { quote: string } };

/** True when one rests on the other's quote or a part of it: the same words have been curated. */
export function overlaps({ evidence: one }: Resting, { evidence: other }: Resting): boolean {
  const [a, b] = [foldQuote(one.quote), foldQuote(other.quote)];
  return a.includes(b) || b.includes(a);
}

const word = String.raw`\p{Lu}[\p{L}\d&'’-]{1,40}`;
/** A name in its base form that ends in what a body is, or in the letters of a company or association. */
const bodyPattern = new RegExp(
  String.raw`(?<![\p{L}-])(?:${word}\s){1,4}(?:Oy|Oyj|Ab|Ltd|ry|rf|Inc|yliopisto|ammattikorkeakoulu|ammattiopisto|kauppakamari|universitet|yrkeshögskola|handelskammare|University(?:\sof\sApplied\sSciences)?|Chamber\sof\sCommerce)(?![\p{L}-])`,
  'gu',
);
const longestPassage = 3_000;

/** Bodies that the document names and no record knows. What an inflected name is called is not guessed. */
function findBodies({ passages, knowledge, source }: NewDocument): { organisation: Organisation; quote: string }[] {
  const known = new Set(
    knowledge.organisations.flatMap(({ name, abbreviations, forms }) =>
      [...languages.map((language) => name[language]), ...abbreviations, ...forms].map(foldQuote),
    ),
  );
  const found = new Map<string, { organisation: Organisation; quote: string }>();
  for (const { text, place } of passages) {
    if (place !== null) continue;
    for (const [name] of text.slice(0, longestPassage).matchAll(bodyPattern)) {
      const id = slug(name);
      if (known.has(foldQuote(name)) || found.has(id)) continue;
      found.set(id, { organisation: newOrganisation(id, sameInAll(name), source.municipality), quote: text });
    }
  }
  return [...found.values()];
}
