import type { Person } from '../../domain/people.ts';
import type { Source } from '../../domain/source.ts';
import { predicateOf, saysDuty, saysLeaving, saysPastWork, namesSuccessor, startIn, successionIn } from './careers.ts';
import { findContacts } from './contacts.ts';
import { degreeBeside, educationIn } from './degrees.ts';
import { type Tie, appointmentsToThePost, hasPronoun, isInFirstPerson, postsBelow, tiesOf } from './holders.ts';
import { type TranslateTerm, asWritten, translateNothing } from './localize.ts';
import { type PersonRecord, currentPosts, heldValue, toPerson } from './person-record.ts';
import { type Candidate, type Line, type RawPassage, readLines } from './reading.ts';
import { findStatements, speakerOf } from './statements.ts';

/** A line with the one person it is about, null when that is not clear. */
type About = { line: Line; subject: Candidate | null; before: Candidate | null };

/**
 * The people of one document with what it says of them: posts, starting days, earlier work, education, duties, statements and contact details,
 * each with the whole sentence or line as evidence. Values are in the document's own words in all three languages but for dates, degrees and
 * the terms that `translate` knows. A year that the document does not give stays null.
 */
export function extractPeople(
  passages: readonly RawPassage[],
  source: Source,
  translate: TranslateTerm = translateNothing,
): Person[] {
  const candidates = readLines(passages, source);
  const people = acceptedPeople(candidates, tiesWithin(readSubjects(candidates)));
  const lines = candidates.map((line) => ({
    ...line,
    mentions: line.mentions.filter(({ person }) => people.includes(person)),
  }));
  const about = readSubjects(lines);
  const ties = tiesWithin(about);
  const tied = Map.groupBy([...ties, ...postsBelow(lines).values()], ({ person }) => person);
  const records = new Map(people.map((person) => [person, emptyRecord(person, tied.get(person) ?? [])]));
  for (const entry of about) readSuccession(entry, records);
  for (const entry of [...about.flatMap(clauseByPerson), ...about.flatMap(clauseOfSpeaker)])
    readCareer(entry, records, translate);
  for (const entry of about) readDegrees(entry, records);
  const holders = holdersOf([...records.values()]);
  for (const line of lines) readDutiesOfPost(line, holders);
  for (const { person, fact } of [...findContacts(lines, people), ...findStatements(lines, people)])
    records.get(person)?.facts.push(fact);
  return [...records.values()].flatMap((record) => toPerson(record, records, source, translate));
}

function tiesWithin(about: readonly About[]): Tie[] {
  return [
    ...about.flatMap(({ line, before }) => tiesOf(line, before)),
    ...appointmentsToThePost(about.map(({ line }) => line)),
  ];
}

function emptyRecord(person: Candidate, ties: readonly Tie[]): PersonRecord {
  return { person, ties: [...ties], facts: [], leaving: null, predecessor: null, succession: null };
}

/** Whom each line is about, and whom a pronoun in it means: the one person named in the lines just before it. */
function readSubjects(lines: readonly Line[]): About[] {
  const narrator = narratorOf(lines);
  let last: Candidate | null = null;
  let age = 0;
  return lines.map((line) => {
    if (narrator && line.mentions.length === 0 && !isQuotation(line) && isInFirstPerson(line))
      return { line, subject: narrator, before: narrator };
    const named = [...new Set(line.mentions.map(({ person }) => person))];
    const before = age <= 3 ? last : null;
    const [only] = named;
    if (named.length > 0) age = 0;
    else age += 1;
    if (named.length === 1 && only) last = only;
    else if (named.length > 1) last = line.mentions[0]?.start === 0 ? (line.mentions[0]?.person ?? null) : null;
    const subject = named.length === 1 ? (only ?? null) : named.length === 0 && hasPronoun(line) ? before : null;
    return { line, subject, before };
  });
}

/** Who "I" is in an interview: the only one who speaks in the document, else the one it names far more often than others. */
function narratorOf(lines: readonly Line[]): Candidate | null {
  const people = [...new Set(lines.flatMap(({ mentions }) => mentions.map(({ person }) => person)))];
  const speakers = new Set(lines.flatMap((line) => speakerOf(line, people) ?? []));
  const [only] = speakers;
  if (speakers.size > 0) return only && speakers.size === 1 ? only : null;
  const count = (person: Candidate) =>
    lines.filter(({ mentions }) => mentions.some((each) => each.person === person)).length;
  const [most, second] = people
    .map((person) => ({ person, named: count(person) }))
    .toSorted((a, b) => b.named - a.named);
  return most && most.named >= 3 && most.named >= 2 * (second?.named ?? 0) ? most.person : null;
}

/** "Berg leder enheten och Holm leder byrån": a sentence about several people as one clause for each; others as they are. */
function clauseByPerson(entry: About): About[] {
  const { line } = entry;
  const mentions = line.mentions.filter(
    ({ person }, index) => line.mentions.findIndex((other) => other.person === person) === index,
  );
  if (mentions.length < 2 || line.quoted) return [entry];
  return mentions.map((mention, index) => {
    const end = clauseEnd(line, mentions[index + 1]);
    const text = line.text.slice(mention.start, end).replace(/[,\s]+(?:och|ja|sekä|and|medan|kun|while)?\s*$/u, '');
    const own = { ...mention, start: 0, end: mention.end - mention.start };
    return { line: { ...line, text, mentions: [own], posts: [] }, subject: mention.person, before: null };
  });
}

/** "… säger direktör Holm, som har lett byrån sedan 2017": what follows a speaker's name as a clause about the speaker. */
function clauseOfSpeaker({ line }: About): About[] {
  if (!line.quoted) return [];
  return line.mentions.flatMap((mention): About[] => {
    const clause = /^,\s(?:joka|som(?:\s(?:själv|också|tidigare|även))?|who)\s(.+)$/su.exec(
      line.text.slice(mention.end),
    )?.[1];
    if (!mention.full || clause === undefined) return [];
    const own = { ...mention, start: 0, end: mention.person.name.length };
    const text = `${mention.person.name} ${clause}`;
    return [
      { line: { ...line, text, quoted: false, mentions: [own], posts: [] }, subject: mention.person, before: null },
    ];
  });
}

/** Where the clause before a name ends: before the post that stands beside the name. */
function clauseEnd({ text, posts }: Line, next: Line['mentions'][number] | undefined): number {
  if (!next) return text.length;
  return posts.find(({ end }) => end <= next.start && text.slice(end, next.start) === ' ')?.start ?? next.start;
}

/** Candidates that something shows to be people: a post of theirs, words they say, an address, or a known first name with a verb of career. */
function acceptedPeople(lines: readonly Line[], ties: readonly Tie[]): Candidate[] {
  const tied = Map.groupBy(ties, ({ person }) => person);
  const below = postsBelow(lines);
  const mentioning = Map.groupBy(
    lines.flatMap((line) => line.mentions.map((mention) => ({ line, mention }))),
    ({ mention }) => mention.person,
  );
  return [...mentioning].flatMap(([person, places]) => {
    const posts = tied.get(person) ?? [];
    const isTied = posts.some(({ adjacent, holding }) => adjacent || person.certain || holding === 'appointed');
    const speaks = person.certain && places.some(({ line }) => speakerOf(line, [person]) === person);
    const works = person.certain && (below.has(person) || places.some(({ line }) => isInCareer(line, person)));
    const titled = places.some(({ line, mention }) => mention.full && degreeBeside(line.text, mention, line.language));
    return isTied || speaks || works || titled ? [person] : [];
  });
}

/** A line that gives the person's full name with what the person leads, or whom the person follows or is followed by. */
function isInCareer(line: Line, person: Candidate): boolean {
  if (line.quoted || !line.mentions.some((mention) => mention.full && mention.person === person)) return false;
  const succession = successionIn(line, person);
  return saysDuty(line, person) || succession !== null || namesSuccessor(line);
}

type Records = ReadonlyMap<Candidate, PersonRecord>;

function readSuccession({ line, before }: About, records: Records): void {
  const succession = line.quoted ? null : successionIn(line, before);
  const follower = succession && records.get(succession.successor);
  const followed = succession && records.get(succession.predecessor);
  if (!follower || !followed) return;
  follower.predecessor = followed.person;
  follower.succession = line;
  const words = line.text.replace(/[.!]\s*$/u, '');
  followed.facts.push({ attribute: 'previous', value: asWritten(words), evidence: evidenceOf(line) });
  followed.leaving ??= line;
}

/** "Valitsi johtajaksi filosofian tohtori Elli Saaren": a degree beside a name is that person's, whatever else the sentence tells. */
function readDegrees({ line }: About, records: Records): void {
  for (const mention of line.mentions) {
    const record = mention.full ? records.get(mention.person) : undefined;
    const value = record && degreeBeside(line.text, mention, line.language);
    if (value && !record.facts.some(({ attribute }) => attribute === 'education'))
      record.facts.push({ attribute: 'education', value, evidence: evidenceOf(line) });
  }
}

function readCareer({ line, subject }: About, records: Records, translate: TranslateTerm): void {
  const record = subject ? records.get(subject) : undefined;
  if (!record || isQuotation(line)) return;
  if (saysLeaving(line)) record.leaving ??= line;
  const evidence = evidenceOf(line);
  const start = startIn(line, record.person);
  if (start && !(record.leaving && movesAway(line, record)))
    record.facts.push({ attribute: 'start', value: start.words, date: start.date, evidence });
  const education = educationIn(line.text, line.language);
  if (education) record.facts.push({ attribute: 'education', value: education, evidence });
  const predicate = predicateOf(line, record.person);
  if (line.passage.role !== 'sentence' || predicate.length < 8) return;
  const held = record.ties.filter(
    (tie) => tie.line.passage === line.passage && !tie.adjacent && isEarlier(tie, record),
  );
  if (held.length > 0 || (saysPastWork(line, record.person) && !start && !education))
    record.facts.push({ attribute: 'previous', value: heldValue(predicate, held, line.language, translate), evidence });
  else if ((saysDuty(line, record.person) && !education) || movesAway(line, record))
    record.facts.push({ attribute: 'duty', value: asWritten(predicate), evidence });
}

/** A post held before, or the present job of somebody who is appointed to another. */
function isEarlier(tie: Tie, record: PersonRecord): boolean {
  const appointed = record.succession !== null || record.ties.some(({ holding }) => holding === 'appointed');
  return tie.holding === 'held' || (tie.holding === 'holds' && appointed);
}

/** A post elsewhere to which a person leaves. */
function movesAway(line: Line, record: PersonRecord): boolean {
  return (
    record.leaving !== null &&
    record.ties.some((tie) => tie.line.passage === line.passage && tie.holding === 'appointed')
  );
}

function holdersOf(records: readonly PersonRecord[]): ReadonlyMap<string, PersonRecord[]> {
  const pairs = records.flatMap((record) => currentPosts(record).map(({ post }) => ({ title: post.title, record })));
  return new Map(
    [...Map.groupBy(pairs, ({ title }) => title)].map(([title, same]) => [title, same.map(({ record }) => record)]),
  );
}

/** "Työllisyysjohtaja johtaa …": what a post's holder does is said of the one person who holds it here. */
function readDutiesOfPost(line: Line, holders: ReadonlyMap<string, PersonRecord[]>): void {
  const [post] = line.posts;
  if (!post || post.start > 0 || line.mentions.length > 0 || isQuotation(line) || !saysDuty(line, null)) return;
  if (line.passage.role !== 'sentence' || (post.case !== 'nominative' && post.case !== 'definite')) return;
  const [holder, ...others] = holders.get(post.title) ?? [];
  if (!holder || others.length > 0) return;
  const value = asWritten(
    line.text
      .slice(post.end)
      .replace(/[.!]\s*$/u, '')
      .trim(),
  );
  holder.facts.push({ attribute: 'duty', value, evidence: evidenceOf(line) });
}

function isQuotation(line: Line): boolean {
  return line.quoted || /^[–—"“”»>]/u.test(line.text) || line.text.endsWith('?');
}

function evidenceOf({ passage }: Line): { source: string; quote: string } {
  return { source: passage.source, quote: passage.text };
}
