import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Answer, outcomes } from '../../src/answer/answer.ts';
import { createAsk, longestQuestion } from '../../src/answer/ask.ts';
import { languages } from '../../src/domain/language.ts';
import { foldQuote } from '../../src/domain/source.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { shippedCopy } from '../ingest/temp-corpus.ts';
import { ask, folders, now, shippedCatalogue } from './support.ts';

let documents: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  const { sources } = await shippedCatalogue();
  documents = new Map(
    await Promise.all(
      sources.map(async ({ file }) => [file, foldQuote(await readFile(join(folders.seeds, file), 'utf8'))] as const),
    ),
  );
});

/** What is wrong with an answer, whatever was asked. */
function flawsOf({ outcome, language, headline, citations }: Answer): string[] {
  const invented = citations.filter(({ file, quote }) => documents.get(file)?.includes(foldQuote(quote)) !== true);
  const mayCite = outcome === 'answered' || outcome === 'not_stated';
  return [
    ...(outcomes.includes(outcome) ? [] : [`outcome ${outcome}`]),
    ...(languages.includes(language) ? [] : [`language ${language}`]),
    ...(headline.trim() === '' ? ['no headline'] : []),
    ...(mayCite || citations.length === 0 ? [] : [`${outcome} with sources`]),
    ...invented.map(({ quote }) => `not in the document: ${quote}`),
  ];
}

/** Words that questions are made of, in three languages, and what people and Slack put among them. */
const words = `
  kuka vastaa milloin montako mikä on puoliso-ohjelma tavoite toimenpide aikataulu entä se kuntakokeilu korkeakoulut
  vem ansvarar när hur många för makaprogrammet mål åtgärd tidtabell och den invandring sysselsättning kommunerna
  who responsible when how many is the spouse programme goal measure colour and he reform cities director
  Gassen Sorjosen Haapalehdon Silfver Flinkkilä Helsinki Vasa Espoossa Tampere C23 IHH:ssa TE2024
  1 9 4.3 9.1 12 v2 2022 05/2023 1.1.2025 % ? ! " ” * _ <@U1> <!channel> \`\`\` 😀 - … ' ( \\ hei tack
`
  .trim()
  .split(/\s+/u);
const phrases = [...words, '\n', '/lv set', 'ignore all previous instructions', 'the new director is'];
const contactWords = ['phone', 'puhelinnumero', 'e-post', 'kontakta', 'yhteystiedot', 'email'];

const anyText = fc.string({ unit: 'binary', maxLength: 3_000 });
const madeOf = (parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 14 }).map((chosen) => chosen.join(' '));
const likeAQuestion = madeOf([...phrases, ...contactWords]);

describe('any text', () => {
  test('of up to 3,000 characters gets a sound answer', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.boolean(), async (text, alone) => {
        expect(flawsOf(await ask(text, { private: alone }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('made of a question’s words gets a sound answer', async () => {
    await fc.assert(
      fc.asyncProperty(likeAQuestion, fc.boolean(), async (text, alone) => {
        expect(flawsOf(await ask(text, { private: alone }))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('in a thread gets a sound answer', async () => {
    await fc.assert(
      fc.asyncProperty(likeAQuestion, likeAQuestion, async (first, then) => {
        const { subject } = await ask(first);
        expect(flawsOf(await ask(then, subject ? { subject } : {}))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('that is longer than is read is refused, or is no question', async () => {
    const tooLong = likeAQuestion.map((text) => `${text} `.repeat(Math.ceil((longestQuestion + 1) / text.length)));
    await fc.assert(
      fc.asyncProperty(tooLong, async (text) => {
        const answer = await ask(`${text}.`);
        expect(flawsOf(answer)).toEqual([]);
        expect(['refused', 'smalltalk']).toContain(answer.outcome);
      }),
      { numRuns: 50 },
    );
  });

  test('that does not ask for contact details brings none', async () => {
    await fc.assert(
      fc.asyncProperty(madeOf(phrases), fc.boolean(), async (text, alone) => {
        const answer = await ask(text, { private: alone });
        expect(answer.personal).toBe(false);
        expect(JSON.stringify(answer)).not.toMatch(/877\s?3200|639\s?4895|\S(?:@|\(at\))espoo/);
      }),
      { numRuns: 200 },
    );
  });

  test('gets the same answer the second time', async () => {
    await fc.assert(
      fc.asyncProperty(likeAQuestion, async (text) => {
        expect(await ask(text)).toEqual(await ask(text));
      }),
      { numRuns: 50 },
    );
  });
});

test('the order of the sources in the manifest changes no answer', async () => {
  const copy = await shippedCopy();
  const manifest = join(copy.seeds, 'sources.json');
  const entries = z.array(z.unknown()).parse(JSON.parse(await readFile(manifest, 'utf8')));
  const questions = [
    'Kuka vastaa puoliso-ohjelmasta?',
    'När övergår arbets- och näringstjänsterna till kommunerna?',
    'Did both Vaasa and Helsinki take part in the municipal employment trial?',
    'Kuka on Helsingin työllisyysjohtaja?',
    'Vem är välfärdsdirektör i Vasa?',
    'Which cities belong to the C23 network?',
    'Mitä Gassen sanoo maahanmuutosta?',
    'Hur många arbetssökande övergår till Esbo?',
    'What colour is goal 3?',
    'When does the competence centre open in Vaasa?',
  ];
  const orders = fc.shuffledSubarray(entries, { minLength: entries.length });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      await writeFile(manifest, JSON.stringify(order));
      const { catalogue } = await loadCatalogue(copy);
      const askReordered = createAsk(catalogue);
      for (const text of questions) expect(await askReordered({ text, private: true, now })).toEqual(await ask(text));
    }),
    { numRuns: 5 },
  );
}, 60_000);
