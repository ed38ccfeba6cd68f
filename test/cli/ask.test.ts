import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { outcomes } from '../../src/answer/answer.ts';
import { runCli } from '../../src/cli.ts';
import { languageSchema } from '../../src/domain/language.ts';
import { foldQuote } from '../../src/domain/source.ts';
import { recordedTerminal } from '../support/terminal.ts';

const answerLine = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  language: languageSchema,
  outcome: z.enum(outcomes),
  text: z.string().min(1),
  citations: z.array(
    z.strictObject({
      source: z.string(),
      file: z.string(),
      title: z.string(),
      published: z.string().nullable(),
      quote: z.string().min(1),
    }),
  ),
  ms: z.number().min(0),
});

const linesOf = (written: readonly string[]) => written.map((line) => answerLine.parse(JSON.parse(line)));
const seeds = join(import.meta.dirname, '../../seeds');

describe('ask', () => {
  it.each<[string, string, string[]]>([
    [
      'who is responsible for the spouse program?',
      'en',
      ['Economic Development Department of the City Executive Office', 'City of Espoo', '2022–2025'],
    ],
    ['kuka vastaa puoliso-ohjelmasta?', 'fi', ['kaupunginkanslian elinkeino-osasto', 'Espoon kaupunki', '2022–2025']],
    ['vem ansvarar för makaprogrammet?', 'sv', ['stadskansliets näringslivsavdelning', 'Esbo stad', '2022–2025']],
  ])('%s is answered in its own language with a verbatim quote', async (question, language, facts) => {
    const terminal = recordedTerminal();
    expect(await runCli(['ask', '--json', question], terminal)).toBe(0);
    const [line] = linesOf(terminal.written);
    expect(line).toMatchObject({ id: null, language, outcome: 'answered' });
    for (const fact of facts) expect(line?.text).toContain(fact);
    expect(line?.citations.length).toBeGreaterThan(0);
    for (const { file, quote } of line?.citations ?? []) {
      expect(foldQuote(readFileSync(join(seeds, file), 'utf8'))).toContain(foldQuote(quote));
    }
    expect(terminal.warned).toEqual([]);
  });

  it('words need no quotation marks, and the text has no markup', async () => {
    const terminal = recordedTerminal();
    expect(await runCli(['ask', 'kuka', 'vastaa', 'puoliso-ohjelmasta?'], terminal)).toBe(0);
    expect(terminal.written.join('\n')).toContain('kaupunginkanslian elinkeino-osasto');
    expect(terminal.written.join('\n')).not.toMatch(/[*_`]|<[@#!]/);
  });

  it.each(['fi', 'sv', 'en'] as const)(
    'a question without a language is answered in that of the terminal: %s',
    async (language) => {
      const terminal = recordedTerminal({ language });
      await runCli(['ask', '--json', 'IHH?'], terminal);
      expect(linesOf(terminal.written)).toMatchObject([{ language, outcome: 'answered' }]);
    },
  );

  it('a refusal is an answer too', async () => {
    const terminal = recordedTerminal();
    expect(await runCli(['ask', '--json', 'What is the population of Rovaniemi?'], terminal)).toBe(0);
    const [line] = linesOf(terminal.written);
    expect(['not_found', 'not_stated']).toContain(line?.outcome);
    expect(line?.citations).toEqual([]);
  });
});

describe('ask --batch', () => {
  it('answers each line in order under its own id', async () => {
    const input = [
      '{"id":"a","question":"IHH?"}',
      '',
      '{"id":2,"question":"hei"}',
      '{"question":"Gassen?","lang":"en"}',
    ];
    const terminal = recordedTerminal({ input });
    expect(await runCli(['ask', '--batch', '--json'], terminal)).toBe(0);
    expect(linesOf(terminal.written)).toMatchObject([{ id: 'a' }, { id: 2, outcome: 'smalltalk' }, { id: null }]);
  });

  it('refuses a line that cannot be read, names it, and goes on', async () => {
    const input = ['{"id":"a","question":"IHH?"}', 'not json', '{"id":"c"}', '[1]', '{"id":"e","question":"IHH?"}'];
    const terminal = recordedTerminal({ input });
    expect(await runCli(['ask', '--batch'], terminal)).toBe(1);
    expect(linesOf(terminal.written).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'answered'],
      [null, 'refused'],
      ['c', 'refused'],
      [null, 'refused'],
      ['e', 'answered'],
    ]);
    expect(terminal.warned).toEqual([2, 3, 4].map((line) => `Line ${line} is not a JSON object with a "question".`));
  });

  it.each<[string, string]>([
    ['10,000 characters', 'kuka vastaa '.repeat(834)],
    ['one letter', 'x'],
    ['no text', ''],
    ['emoji only', '🟢🟢'],
    ['markup and mentions', '<!channel> <@U1> kuka vastaa <b>puoliso-ohjelmasta</b>?'],
    ['Estonian', 'Kes vastutab abikaasaprogrammi eest?'],
    ['Russian', 'Кто отвечает за программу для супругов?'],
  ])('has an outcome for a question of %s', async (_, question) => {
    const terminal = recordedTerminal({ input: [JSON.stringify({ id: 1, question })] });
    expect(await runCli(['ask', '--batch'], terminal)).toBe(0);
    expect(linesOf(terminal.written)).toHaveLength(1);
  });
});
