import type { ImportFile } from './import-read.ts';
import { dayOf } from './parts.ts';
import { wordsOf } from './words.ts';

/** Finds who is meant by an e-mail address or a name: one user id, none, or several. */
export type FindUsers = (written: string) => Promise<readonly string[]>;

/** The people of a cell, divided by commas, semicolons or line breaks, as they are written there. */
export function peopleOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** Somebody with a last day: "Maija (U6) 2026-12-31", "maija@example.fi until 31.12.2026". The day is null where none is written. */
export function delegateOf(piece: string): { person: string; until: string | null } {
  const written = /\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})\b/.exec(piece)?.[0];
  const [word] = wordsOf(written ?? '');
  const person = piece
    .replace(written ?? '', ' ')
    .replace(/\s(?:until|asti|saakka|till|och|med|tom|t\.o\.m\.?)(?=\s|$)/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { person, until: word === undefined ? null : dayOf(word) };
}

/** A Slack user id from "U1", "@U1", "<@U1>" or "Maija Meikäläinen (U1)", or null. */
function idOf(person: string): string | null {
  const [, marked, bare, inBrackets] =
    /^<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>$|^@?([UW](?=[A-Z0-9]*\d)[A-Z0-9]+)$|\(([UW][A-Z0-9]+)\)$/.exec(person) ?? [];
  return marked ?? bare ?? inBrackets ?? null;
}

/** Who is meant by everybody whom a file names. Names without an id are asked of `find`, at most once each. */
export async function resolvePeople(
  file: ImportFile,
  find: FindUsers,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const people = file.rows.flatMap(({ cells }) => [
    ...peopleOf(cells.owners),
    ...peopleOf(cells.delegates).map((piece) => delegateOf(piece).person),
  ]);
  const resolved = [...new Set(people)].map(async (person) => {
    const id = idOf(person);
    return [person, id === null ? await find(person).catch(() => []) : [id]] as const;
  });
  return new Map(await Promise.all(resolved));
}
