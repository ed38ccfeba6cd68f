import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { runCli } from '../../src/cli.ts';
import { recordedTerminal } from '../support/terminal.ts';

const year = z.number().int().nullable();
const measure = z.strictObject({
  id: z.string(),
  group: z.string().nullable(),
  heading: z.string().nullable(),
  text: z.string(),
  responsible: z.strictObject({ verbatim: z.string(), leads: z.array(z.string()), partners: z.array(z.string()) }),
  timetable: z.strictObject({ verbatim: z.string(), start: year, end: year }),
  followUp: z.string(),
  lines: z.tuple([z.number().int(), z.number().int()]),
});
const goal = z.strictObject({
  id: z.string(),
  title: z.string(),
  metrics: z.array(z.strictObject({ text: z.string(), state: z.string() })),
  measures: z.array(measure),
});
const catalogueDocument = z.strictObject({
  programmes: z.array(
    z.strictObject({
      id: z.string(),
      city: z.string(),
      title: z.string(),
      period: z.strictObject({ start: z.number().int(), end: z.number().int() }).nullable(),
      goals: z.array(goal),
    }),
  ),
  people: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  organisations: z.array(z.looseObject({ id: z.string() })),
  events: z.array(z.looseObject({ id: z.string() })),
  sources: z.array(z.looseObject({ id: z.string(), file: z.string() })),
});

async function shippedDocument() {
  const terminal = recordedTerminal();
  expect(await runCli(['knowledge'], terminal)).toBe(0);
  expect(terminal.warned).toEqual([]);
  return catalogueDocument.parse(JSON.parse(terminal.written.join('\n')));
}

it('the catalogue is printed in its documented shape, and nothing beside it', async () => {
  const { programmes, people, organisations, events, sources } = await shippedDocument();
  expect(sources).toHaveLength(5);
  const [helsinki, vaasa] = programmes;
  expect(helsinki).toMatchObject({ id: 'helsinki', city: 'Helsinki', period: { start: 2022, end: 2025 } });
  expect(helsinki?.goals.map(({ measures }) => measures.length)).toEqual([6, 5, 1, 3, 2, 6, 1, 6, 1]);
  expect(helsinki?.goals.flatMap(({ metrics }) => metrics)).toHaveLength(13);
  expect(vaasa?.goals.map(({ id }) => id)).toEqual(['v1', 'v2', 'v3']);
  const known = new Set(organisations.map(({ id }) => id));
  const bodies = (helsinki?.goals ?? []).flatMap(({ measures }) =>
    measures.flatMap(({ responsible: { leads, partners } }) => [...leads, ...partners]),
  );
  expect(bodies.filter((id) => !known.has(id))).toEqual([]);
  expect(people.length).toBeGreaterThan(0);
  expect(events.length).toBeGreaterThan(0);
});

it('the lines of a measure lead to its words in the document', async () => {
  const { programmes } = await shippedDocument();
  const table = readFileSync(join(import.meta.dirname, '../../seeds/004_a20e453e83269e1d.txt'), 'utf8').split('\n');
  const measures = programmes[0]?.goals.flatMap((one) => one.measures) ?? [];
  for (const {
    text,
    lines: [first, last],
  } of measures) {
    const opening = text.split(' ').slice(0, 3).join(' ');
    expect(
      table
        .slice(first - 1, last)
        .join(' ')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' '),
    ).toContain(opening);
  }
});
