import { type Localized, languages } from '../domain/language.ts';
import type { Person } from '../domain/people.ts';
import { foldQuote } from '../domain/source.ts';
import { slug } from '../ingest/extract/localize.ts';
import { type Doubt, doubtOf, speaksOf } from './check-proposal.ts';
import type { Draft } from './model-draft.ts';
import { holdsQuote, type NewDocument } from './new-document.ts';
import { newOrganisation } from './new-organisation.ts';
import { overlaps } from './propose-by-rules.ts';
import { type Proposal, type Rejected, emptyRecords } from './review.ts';

/** Collects of a model's drafts what the document supports; the rest with the reason why not. */
export function createCollector(document: NewDocument) {
  const records: Proposal['records'] = structuredClone(emptyRecords);
  const evidence: Proposal['evidence'] = {};
  const rejected: Rejected[] = [];
  const context = { document, records, evidence, rejected };
  return {
    add: (draft: Draft) => {
      for (const person of draft.people) addPerson(person, context);
      for (const event of draft.events) addEvent(event, context);
      for (const organisation of draft.organisations) addOrganisation(organisation, context);
      for (const term of draft.terms) addTerm(term, context);
    },
    proposal: (): Proposal => ({ by: 'model', records, evidence, rejected }),
  };
}

type Collecting = Pick<Proposal, 'records' | 'evidence' | 'rejected'> & { document: NewDocument };

function addPerson(draft: Draft['people'][number], { document, records, rejected }: Collecting): void {
  const { source, knowledge } = document;
  const what = draft.name;
  const id = slug(draft.name);
  if (id === '' || !holdsQuote(document, draft.name) || !/\s/.test(draft.name.trim())) {
    rejected.push({ what, reason: 'person', detail: draft.name });
    return;
  }
  const known = knowledge.people.find(({ name }) => foldQuote(name) === foldQuote(draft.name));
  const facts = draft.facts.flatMap(({ attribute, value, date, quote }): Person['facts'] => {
    const doubt = doubtOfFact(draft.name, { attribute, value, date, quote }, document);
    const evidence = { source: source.id, quote };
    const repeated = known?.facts.some((fact) => fact.attribute === attribute && overlaps(fact, { evidence })) === true;
    if (doubt === null && !repeated) {
      return [{ attribute, value, ...(date === null ? {} : { date }), evidence }];
    }
    rejected.push({ what: `${what}, ${attribute}`, ...(doubt ?? { reason: 'known', detail: quote }) });
    return [];
  });
  if (facts.length === 0) return;
  const before = records['people.json'].find((person) => person.id === id);
  if (before !== undefined) {
    before.facts.push(...facts.filter((fact) => !before.facts.some((own) => sameFact(own, fact))));
    return;
  }
  records['people.json'].push({
    id,
    name: draft.name.trim(),
    municipality: source.municipality,
    titles: trimmed(draft.titles),
    facts,
  });
}

function sameFact(one: Person['facts'][number], other: Person['facts'][number]): boolean {
  return (
    one.attribute === other.attribute && one.evidence.quote === other.evidence.quote && one.value.fi === other.value.fi
  );
}

function doubtOfFact(
  name: string,
  { attribute, value, date, quote }: Draft['people'][number]['facts'][number],
  document: NewDocument,
): Doubt | null {
  const contact = attribute === 'email' || attribute === 'phone';
  if (contact && !languages.every((of) => quote.includes(value[of].trim()))) {
    return { reason: 'quote', detail: value.fi };
  }
  const dates = date === null ? [] : [date];
  const doubt = doubtOf({ says: value, dates, quote, about: name, sentence: false }, document);
  if (doubt !== null || speaksOf({ name, quote, contact }, document)) return doubt;
  return { reason: 'person', detail: quote };
}

function addEvent(draft: Draft['events'][number], { document, records, rejected }: Collecting): void {
  const { source, knowledge } = document;
  const { name, says, from, to, quote } = draft;
  const dates = to === null ? [from] : [from, to];
  const doubt =
    doubtOf({ says, dates, quote, about: '', sentence: true }, document) ??
    doubtOf({ says: name, dates: [], quote, about: source.title, sentence: false }, document) ??
    (from.year === null && from.month === null && from.day === null ? { reason: 'date' as const, detail: '' } : null);
  const id = slug(name.en) || slug(name.fi);
  const evidence = { source: source.id, quote };
  const repeated = knowledge.events.some(({ statements }) => statements.some((of) => overlaps(of, { evidence })));
  if (doubt !== null || repeated || id === '') {
    rejected.push({
      what: name[source.language],
      ...(doubt ?? { reason: repeated ? 'known' : 'shape', detail: quote }),
    });
    return;
  }
  const statement = { from, to, says, evidence };
  const before = records['events.json'].find((event) => event.id === id);
  if (before !== undefined) before.statements.push(statement);
  else
    records['events.json'].push({
      id,
      name,
      aliases: trimmed(draft.aliases),
      municipality: source.municipality,
      statements: [statement],
    });
}

function addOrganisation(
  draft: Draft['organisations'][number],
  { document, records, evidence, rejected }: Collecting,
): void {
  const { source, knowledge } = document;
  const own = draft.name[source.language];
  const id = slug(own);
  const folded = foldQuote(own);
  const reject = (reason: Rejected['reason'], detail: string) => void rejected.push({ what: own, reason, detail });
  if (id === '' || !inAll(draft.name)) return reject('shape', own);
  if (!holdsQuote(document, draft.quote)) return reject('quote', draft.quote);
  if (!foldQuote(draft.quote).includes(stemOf(folded))) return reject('name', own);
  const known = knowledge.organisations.some(({ name, abbreviations, forms }) =>
    [...languages.map((language) => name[language]), ...abbreviations, ...forms].some((of) => foldQuote(of) === folded),
  );
  if (known || records['organisations.json'].some((organisation) => organisation.id === id))
    return reject('known', own);
  const abbreviations = draft.abbreviations.filter((short) => draft.quote.includes(short) && short.trim() !== '');
  records['organisations.json'].push(newOrganisation(id, draft.name, source.municipality, abbreviations));
  evidence[id] = { source: source.id, quote: draft.quote };
}

function addTerm(draft: Draft['terms'][number], { document, records, evidence, rejected }: Collecting): void {
  const { source, knowledge } = document;
  const words = trimmed(draft);
  const [own = ''] = words[source.language];
  const id = slug(words.en[0] ?? own);
  const reject = (reason: Rejected['reason'], detail: string) => void rejected.push({ what: own, reason, detail });
  if (id === '' || languages.some((language) => words[language].length === 0)) return reject('shape', own);
  if (!holdsQuote(document, draft.quote)) return reject('quote', draft.quote);
  if (!foldQuote(draft.quote).includes(stemOf(foldQuote(own)))) return reject('name', own);
  const all = languages.flatMap((language) => words[language]);
  if (all.some((word) => /\d/.test(word) || word.length > 80)) return reject('number', all.join(', '));
  const known = knowledge.terms.some((term) => term[source.language].some((of) => foldQuote(of) === foldQuote(own)));
  if (known || records['terms/learned.json'].some((term) => term.id === id)) return reject('known', own);
  records['terms/learned.json'].push({ id, ...words });
  evidence[id] = { source: source.id, quote: draft.quote };
}

/** A word as it may stand inflected: without the last letters of a long one. */
function stemOf(folded: string): string {
  return folded.length > 6 ? folded.slice(0, -2) : folded;
}

function inAll(name: Localized): boolean {
  return languages.every((language) => name[language].trim() !== '');
}

function trimmed({ fi, sv, en }: Person['titles']): Person['titles'] {
  const clean = (words: readonly string[]) => [
    ...new Set(words.map((word) => word.trim()).filter((word) => word !== '')),
  ];
  return { fi: clean(fi), sv: clean(sv), en: clean(en) };
}
