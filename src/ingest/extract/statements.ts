import type { PersonFact } from '../../domain/people.ts';
import { asWritten } from './localize.ts';
import { nominatives } from './name-forms.ts';
import type { Candidate, Line } from './reading.ts';

const verbs =
  'sanoo|kertoo|toteaa|pohtii|iloitsee|muistuttaa|jatkaa|kiittää|arvioi|korostaa|painottaa|kuvailee|tiivistää|lisää|lupaa|vakuuttaa|' +
  'säger|berättar|konstaterar|fortsätter|sammanfattar|påpekar|betonar|funderar|understryker|tillägger|menar|lovar|' +
  'says|said|adds|added|notes|noted|explains|explained|continues|stresses|comments|commented|promises';
const saidAtEnd = new RegExp(
  `[,"”’]\\s?["”’]?\\s?(?:(?:${verbs})\\s([^,.!?"”]{3,120})|([^,.!?"”]{3,80})\\s(?:${verbs}))[.]?\\s*$`,
  'u',
);
/** Statements kept of one person in one document. */
const mostStatements = 12;

/** Whom a document quotes: each sentence of a quotation as a fact about its speaker, who must be one of `people`. */
export function findStatements(
  lines: readonly Line[],
  people: readonly Candidate[],
): { person: Candidate; fact: PersonFact }[] {
  const counts = new Map<Candidate, number>();
  const speakers = speakersOf(lines, people);
  return lines.flatMap((line, index) => {
    const person = speakers[index] ?? null;
    const words = line.text.replace(saidAtEnd, '').replace(/^[\s>–—"“”»-]+|["“”»\s]+$/gu, '');
    const count = person ? (counts.get(person) ?? 0) : 0;
    if (!person || count >= mostStatements || words.length < 20 || !line.passage.text.includes(words)) return [];
    counts.set(person, count + 1);
    const value = asWritten(words.replace(/[.]$/u, ''));
    return [
      {
        person,
        fact: {
          attribute: 'statement',
          value,
          evidence: { source: line.passage.source, quote: line.passage.text },
        } as const,
      },
    ];
  });
}

/** The person a paragraph's speaker is: the one with that surname, in any case form, when only one has it. */
export function speakerOf(line: Line, people: readonly Candidate[]): Candidate | null {
  const surname = line.passage.speaker?.split(' ').at(-1);
  return surname === undefined ? null : ownerOf(surname, line, people);
}

/** For each line who says it: the speaker of its passage, else whom a verb of saying names at the end of its quotation. */
export function speakersOf(lines: readonly Line[], people: readonly Candidate[]): (Candidate | null)[] {
  const named = new Map<number, Candidate>();
  for (const line of lines) {
    const words = saidAtEnd.exec(line.text);
    const surname = (words?.[1] ?? words?.[2])?.split(' ').at(-1);
    const person = surname === undefined ? null : ownerOf(surname, line, people);
    if (person) named.set(line.passage.paragraph, person);
  }
  const opens = new Set(lines.filter(({ text }) => /^[–—"“”»>-]/u.test(text)).map(({ passage }) => passage.paragraph));
  return lines.map((line) => {
    const { paragraph } = line.passage;
    const said = opens.has(paragraph) && !ofSpeaker.test(line.text);
    return speakerOf(line, people) ?? (said ? (named.get(paragraph) ?? null) : null);
  });
}

/** "She came from Vasa.": the writer tells it of the speaker. */
const ofSpeaker = /^(?:Hän|Hon|Han|She|He)\s[^"“”»]*$/u;

function ownerOf(surname: string, line: Line, people: readonly Candidate[]): Candidate | null {
  const forms = nominatives(surname, line.language, true);
  const owners = people.filter((person) => forms.includes(person.surname));
  return owners.length === 1 ? (owners[0] ?? null) : null;
}
