import { foldQuote, type Source } from '../../domain/source.ts';
import type { Person, PersonFact } from '../../domain/people.ts';

/**
 * Records of the same person (same name) joined into one, the facts of the newest document first. The newest document that names a post gives the
 * titles and the municipality; a post told only by an older document stays as earlier work when the newer one tells another. When
 * a newer document names somebody else to an older holder's post in the same municipality, the older holder keeps it as earlier work. People of
 * newer documents come first.
 */
export function mergePeople(people: readonly Person[], sources: readonly Source[]): Person[] {
  const published = new Map(sources.map((source) => [source.id, source.published ?? '']));
  const dateOf = (fact: PersonFact) => published.get(fact.evidence.source) ?? '';
  const newest = (person: Person) =>
    person.facts.reduce((latest, fact) => (dateOf(fact) > latest ? dateOf(fact) : latest), '');
  const groups = Map.groupBy(people, ({ name }) => foldQuote(name));
  const joined = [...groups.values()].map((group) =>
    joinPerson(group.toSorted((a, b) => newest(b).localeCompare(newest(a)))),
  );
  const ordered = joined.toSorted((a, b) => newest(b).localeCompare(newest(a)));
  return ordered.map((person) => withoutLostTitles(person, ordered, dateOf));
}

/** `group` is one person's records, the newest first. */
function joinPerson(group: readonly Person[]): Person {
  const [first, ...older] = group;
  if (!first) throw new Error('a group of people has at least one record');
  const holding = group.find(({ titles }) => titles.fi.length + titles.sv.length + titles.en.length > 0) ?? first;
  const facts = [
    ...first.facts,
    ...older.flatMap((person) => person.facts.map((fact) => asEarlier(fact, person, holding))),
  ];
  return {
    ...first,
    municipality: holding.municipality,
    titles: joinTitles(holding, older),
    facts: uniqueFacts(facts),
  };
}

/** A post in another municipality than the current one is earlier work. */
function asEarlier(fact: PersonFact, person: Person, current: Person): PersonFact {
  const moved = person !== current && person.municipality !== current.municipality;
  return fact.attribute === 'post' && moved ? { ...fact, attribute: 'previous' } : fact;
}

/** Titles of the same municipality add up: documents in several languages name one post in their own words. */
function joinTitles(current: Person, others: readonly Person[]): Person['titles'] {
  const same = [
    current,
    ...others.filter((person) => person !== current && person.municipality === current.municipality),
  ];
  const all = (language: 'fi' | 'sv' | 'en') => [...new Set(same.flatMap(({ titles }) => titles[language]))];
  return { fi: all('fi'), sv: all('sv'), en: all('en') };
}

function uniqueFacts(facts: readonly PersonFact[]): PersonFact[] {
  const keyOf = ({ attribute, value, evidence }: PersonFact) => `${attribute}|${value.fi}|${evidence.source}`;
  return facts.filter((fact, index) => facts.findIndex((other) => keyOf(other) === keyOf(fact)) === index);
}

/** Posts that one person holds at a time: a new holder means that the old one has left. */
const single = /(?:johtaja|pormestari|kansliapäällikkö|direktör|borgmästare|director|mayor|city manager)(?:\s|$)/iu;
const shared = /(?:projekti|hanke|palvelu|tiimi|projekt|service|team|varhaiskasvatus|deputy|apulais|biträdande|vice)/iu;
const appointment =
  /(?<!\p{L})(?:valit\p{Ll}*|nimit\p{Ll}*|valts|valdes|valde|utsetts|utsågs|utsett|utnämn\p{Ll}*|anställ\p{Ll}*|efterträd\p{Ll}*|appointed|named|elected|succeeds|selected)(?!\p{L})/iu;

function withoutLostTitles(person: Person, people: readonly Person[], dateOf: (fact: PersonFact) => string): Person {
  const own = person.facts.filter(({ attribute }) => attribute === 'post');
  const lost = (title: string, language: 'fi' | 'sv' | 'en') =>
    single.test(title) &&
    !shared.test(title) &&
    people.some(
      (other) =>
        other !== person &&
        other.municipality === person.municipality &&
        other.titles[language].includes(title) &&
        isNewer(other, own, dateOf),
    );
  const kept = (language: 'fi' | 'sv' | 'en') => person.titles[language].filter((title) => !lost(title, language));
  const titles = { fi: kept('fi'), sv: kept('sv'), en: kept('en') };
  const gone = [...person.titles.fi, ...person.titles.sv, ...person.titles.en].filter(
    (title) => ![...titles.fi, ...titles.sv, ...titles.en].includes(title),
  );
  if (gone.length === 0) return person;
  const isGone = ({ value }: PersonFact) =>
    gone.some((title) => Object.values(value).some((words) => words.includes(title)));
  const facts = person.facts.map(
    (fact): PersonFact => (fact.attribute === 'post' && isGone(fact) ? { ...fact, attribute: 'previous' } : fact),
  );
  return { ...person, titles, facts };
}

/** True when a person was appointed in a document later than all that give the older holder's post. */
function isNewer(other: Person, own: readonly PersonFact[], dateOf: (fact: PersonFact) => string): boolean {
  const appointed = other.facts.filter(
    ({ attribute, evidence }) => attribute === 'post' && appointment.test(evidence.quote),
  );
  return (
    own.length > 0 && appointed.some((fact) => own.every((old) => dateOf(old) !== '' && dateOf(fact) > dateOf(old)))
  );
}
