import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { organisationSchema } from '../../src/domain/organisation.ts';
import type { Measure, Programme } from '../../src/domain/programme.ts';
import { type Source, foldQuote } from '../../src/domain/source.ts';
import { createBodyResolver } from '../../src/ingest/bodies.ts';
import { parseFollowUpTable, parseMetrics } from '../../src/ingest/follow-up-table.ts';
import { docxToText } from '../../src/ingest/readers/docx.ts';
import { documentLimits } from '../../src/ingest/readers/document-text.ts';
import { htmlToText } from '../../src/ingest/readers/html.ts';
import { tablePassages } from '../../src/ingest/table-passages.ts';
import { readTableRows } from '../../src/ingest/table-rows.ts';
import { parseTimetable } from '../../src/ingest/timetable.ts';
import { groups, headings, joins, rows } from './helsinki-table.ts';
import { makeDocx, paragraph, table } from './readers/make-docx.ts';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'seeds', '004_a20e453e83269e1d.txt'), 'utf8');
const organisations = z
  .array(organisationSchema)
  .parse(JSON.parse(readFileSync(join(root, 'knowledge', 'organisations.json'), 'utf8')));

const source: Source = {
  id: 'helsinki',
  file: 'helsinki.txt',
  title: 'Ohjelma',
  publisher: 'Helsingin kaupunki',
  municipality: 'Helsinki',
  language: 'fi',
  published: null,
  kind: 'followUp',
};

function parse(document: string) {
  return parseFollowUpTable(document, source, 'helsinki', createBodyResolver(organisations).resolve);
}

const parsed = parse(text);
const { programme } = parsed;
const measures = programme.goals.flatMap((goal) => goal.measures);
const measure = (id: string): Measure | undefined => measures.find((each) => each.id === id);

describe('the follow-up table of Helsinki', () => {
  test('has its title, period, follow-up and legend, and no problems', () => {
    expect(programme).toMatchObject({
      title: 'Helsingin työ-, opiskelu- ja yrittäjyysperusteisen maahanmuuton toimenpideohjelma 2022–2025',
      period: { start: 2022, end: 2025 },
      followUp: { from: '2022-05', to: '2023-05' },
      legend: ['Etenee suunnitellusti tai on jo valmis', 'Aloitettu, asia etenee', 'Ei toteutunut', 'Ei aloitettu'],
    });
    expect(parsed.problems).toEqual([]);
  });

  test('has 9 goals, 13 metrics and 31 measures', () => {
    expect(programme.goals.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(programme.goals.map((goal) => goal.metrics.length)).toEqual([1, 1, 1, 2, 2, 2, 2, 1, 1]);
    expect(programme.goals.map((goal) => goal.measures.length)).toEqual([6, 5, 1, 3, 2, 6, 1, 6, 1]);
  });

  test('has every measure on its lines', () => {
    expect(measures.map(({ id, lines }) => ({ id, lines }))).toEqual(rows.map(({ id, lines }) => ({ id, lines })));
  });

  test('names the bodies that lead each measure and those that help', () => {
    const named = (ids: readonly string[]) => ids.toSorted().join(' ');
    expect(
      measures.map(({ id, responsible }) => ({
        id,
        leads: named(responsible.leads),
        partners: named(responsible.partners),
      })),
    ).toEqual(rows.map(({ id, leads, partners }) => ({ id, leads, partners })));
  });

  test('has each timetable in calendar years', () => {
    expect(measures.map(({ id, timetable: { start, end, kind } }) => [id, start, end, kind])).toEqual(
      rows.map(({ id, timetable }) => [id, ...timetable]),
    );
  });

  test('keeps the parts of a timetable', () => {
    expect(measure('8.1')?.timetable.parts).toEqual([
      { items: ['i', 'ii'], start: 2022, end: 2022 },
      { items: ['iii'], start: 2023, end: 2025 },
      { items: ['iv'], start: null, end: 2025 },
    ]);
  });

  test('says of goal 9 that no body and no timetable is defined', () => {
    expect(measure('9.1')).toMatchObject({
      responsible: { verbatim: 'Ei määriteltyä vastuutahoa.', undefined: true },
      timetable: { verbatim: 'Ei määriteltyä aikataulua.', kind: 'undefined' },
    });
    expect(measures.filter(({ responsible }) => responsible.undefined).map(({ id }) => id)).toEqual(['9.1']);
  });

  test('groups measures under the titles that stand over several of them', () => {
    const expected = measures.map(({ id }) => {
      const group = groups.find(({ from, to }) => from <= id && id <= to);
      return { id, group: group?.title ?? null, groupPrinted: group?.from === id };
    });
    expect(measures.map(({ id, group, groupPrinted }) => ({ id, group, groupPrinted }))).toEqual(expected);
  });

  test('has a heading over the measures that have one of their own', () => {
    const own = measures.flatMap(({ id, heading }) => (heading === null ? [] : [[id, heading]]));
    expect(Object.fromEntries(own)).toEqual(headings);
  });

  test.each(joins)('joins the $field of $id over a page cut', ({ id, field, words }) => {
    const goal = programme.goals.find((each) => each.id === id);
    const found = measure(id);
    const fields = {
      text: found?.text,
      responsible: found?.responsible.verbatim,
      followUp: found?.followUp,
      title: goal?.title,
      state: goal?.metrics[0]?.state,
    };
    expect(fields[field]).toContain(words);
  });

  test('loses no word of its cells and invents none', () => {
    expect(wordsOf(programme)).toEqual(wordsOfCells(text));
  });

  test('has passages whose pieces stand verbatim in the file, with no word lost between them', () => {
    const passages = tablePassages(parsed, source);
    const file = foldQuote(text);
    expect(passages.flatMap(({ fragments }) => fragments).filter((piece) => !file.includes(foldQuote(piece)))).toEqual(
      [],
    );
    const words = passages.filter(({ place }) => place?.goal !== null).map((passage) => passage.text);
    expect(count(words.join(' '))).toEqual(wordsOfCells(text));
    expect(passages.filter(({ fragments, text: words }) => fragments.join(' ') !== words)).toEqual([]);
  });

  test('parses alike as a page and as a Word document', async () => {
    expect(withoutLines(parse(htmlToText(asHtml(text))).programme)).toEqual(withoutLines(programme));
    expect(withoutLines(parse(await docxToText(asDocx(text), documentLimits)).programme)).toEqual(
      withoutLines(programme),
    );
  });
});

/** How often each word stands in a text. */
function count(words: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words.split(/\s+/)) if (word !== '') counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** Words of the cells of the file: all but labels, arrows, column headers and rules of hyphens. */
function wordsOfCells(document: string): Record<string, number> {
  const lines = document.replace(/<[^>]*>/g, ' ').split('\n');
  const cells = lines
    .slice(lines.findIndex((line) => line.startsWith('Tavoite\t')))
    .filter((line) => !/^\s*(?:Tavoite|Toimenpiteet)\s*\t/.test(line) && !/^[\s-]*$/.test(line))
    .map((line) => line.replace(/^\s*Tavoite \d+\./, ' ').replaceAll('→', ' '));
  return count(cells.join(' '));
}

function wordsOf({ goals }: Programme): Record<string, number> {
  const fields = goals.flatMap((goal) => [
    goal.title,
    ...goal.metrics.flatMap((metric) => [metric.text, metric.state]),
    ...goal.measures.flatMap((each) => [
      each.groupPrinted ? each.group : '',
      each.heading,
      each.text,
      each.responsible.verbatim,
      each.timetable.verbatim,
      each.followUp,
    ]),
  ]);
  return count(fields.join(' '));
}

function withoutLines(value: Programme) {
  const bare = (key: string, content: unknown) => (key === 'lines' ? undefined : content);
  return JSON.parse(JSON.stringify(value, bare));
}

/** Stretches of the file between empty lines: a table's cells, or lines of text. */
function blocksOf(document: string): string[][][] {
  return document
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .map((lines) => lines.map((line) => line.split('\t')));
}

function asHtml(document: string): string {
  const blocks = blocksOf(document).map((block) =>
    block.every((cells) => cells.length === 1)
      ? block.map(([line = '']) => `<p>${line}</p>`).join('')
      : `<table>${block.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  );
  return `<!doctype html><main>${blocks.join('\n')}</main>`;
}

function asDocx(document: string): Buffer {
  const paragraphs = (cell: string) =>
    cell
      .split(/<\/?p>/)
      .map((piece) => piece.replace(/<[^>]*>/g, '').trim())
      .filter((piece) => piece !== '');
  const blocks = blocksOf(document).map((block) =>
    block.every((cells) => cells.length === 1)
      ? block.map(([line = '']) => paragraph(line)).join('')
      : table(block.map((cells) => cells.map(paragraphs))),
  );
  return makeDocx(blocks.join(''));
}

describe('parseMetrics', () => {
  const cell = (...paragraphs: string[]) => paragraphs.map((words) => ({ text: words, line: 1, newParagraph: true }));
  test.each([
    ['two paragraphs', cell('Tavoite on 5.', 'Nyt 3.'), [{ text: 'Tavoite on 5.', state: 'Nyt 3.' }]],
    [
      'sentences of one paragraph',
      cell('Tavoite on 5. Nyt 3. Vielä 2.'),
      [{ text: 'Tavoite on 5.', state: 'Nyt 3. Vielä 2.' }],
    ],
    [
      'an arrow within a paragraph',
      cell('Yksi. → Kyllä.', 'Kaksi. → Ei.'),
      [
        { text: 'Yksi.', state: 'Kyllä.' },
        { text: 'Kaksi.', state: 'Ei.' },
      ],
    ],
    [
      'an arrow before a paragraph',
      cell('Yksi.', '→ Kyllä.', 'Kaksi.', '→ Ei.'),
      [
        { text: 'Yksi.', state: 'Kyllä.' },
        { text: 'Kaksi.', state: 'Ei.' },
      ],
    ],
    ['a target without a state', cell('Yksi tavoite.'), [{ text: 'Yksi tavoite.', state: '' }]],
    ['an empty cell', [], []],
  ])('reads %s', (_name, pieces, metrics) => {
    expect(parseMetrics(pieces)).toEqual(metrics);
  });
});

describe('parseTimetable', () => {
  test.each([
    ['2022–2025', 2022, 2025, 'years'],
    ['2022-2025', 2022, 2025, 'years'],
    ['2022-', 2022, null, 'open'],
    ['2022–', 2022, null, 'open'],
    ['2022', 2022, 2022, 'years'],
    ['2023 mennessä', null, 2023, 'years'],
    ['senast 2026', null, 2026, 'years'],
    ['by the end of 2027', null, 2027, 'years'],
    ['Sovitaan myöhemmin.', null, null, 'described'],
    ['Ei määriteltyä aikataulua.', null, null, 'undefined'],
    ['', null, null, 'described'],
  ])('reads “%s”', (verbatim, start, end, kind) => {
    expect(parseTimetable(verbatim)).toEqual({ verbatim, start, end, kind, parts: [] });
  });
});

const goalHeader = 'Tavoite\tPäämittari ja sen nykytilanne\tLV\nTavoite 1. Tavoite on tämä.\tMittari.\t';
const measureHeader = 'Toimenpiteet\tVastuutahot\tAikataulu\tSeurantatiedot 01/2025–12/2025\tLV';
const sound = 'Avataan piste.\tKaupunki\t2025\tPiste avattiin.\t';

describe('readTableRows', () => {
  const lines = (...added: string[]) => ['Ohjelma 2025–2026', '', goalHeader, measureHeader, ...added].join('\n');
  const measureTexts = (document: string) =>
    readTableRows(document)
      .rows.slice(1)
      .map(({ cells }) => (cells.measure ?? []).map((piece) => piece.text).join('|'));

  test('finds no problem in sound rows, with or without a last tab', () => {
    expect(readTableRows(lines(sound, sound.trimEnd())).problems).toEqual([]);
  });

  test.each([
    ['two cells', 'Avataan piste.\tKaupunki', '2 instead of 5'],
    ['one cell', 'Avataan piste.', '1 instead of 5'],
    ['three cells', 'Avataan piste.\tKaupunki\t2025', '3 instead of 5'],
    ['further cells with words', `${sound}x\ty\t`, '7 instead of 5'],
  ])('reports a row of %s once and keeps its place', (_name, row, detail) => {
    const document = lines(sound, row, sound);
    expect(readTableRows(document).problems).toEqual([{ line: 7, problem: 'wrongWidth', detail }]);
    expect(measureTexts(document)).toEqual(['Avataan piste.', 'Avataan piste.', 'Avataan piste.']);
  });

  test('accepts further cells that are empty', () => {
    expect(readTableRows(lines(`${sound}\t\t`)).problems).toEqual([]);
  });

  test('reports a missing column', () => {
    const document = [
      goalHeader,
      'Toimenpiteet\tVastuutahot\tSeurantatiedot\tLV',
      'Avataan piste.\tKaupunki\tAvattu.\t',
    ];
    const { problems, rows: read } = readTableRows(document.join('\n'));
    expect(problems).toEqual([{ line: 3, problem: 'missingColumn', detail: 'timetable' }]);
    expect(read[1]?.cells).toEqual({
      measure: [{ text: 'Avataan piste.', line: 4, newParagraph: false }],
      responsible: [{ text: 'Kaupunki', line: 4, newParagraph: false }],
      followUp: [{ text: 'Avattu.', line: 4, newParagraph: false }],
    });
  });

  test.each([
    ['a row after an empty line without a timetable', ['', 'ja koulutus.\tja seutu\t\t\t']],
    ['a row whose first cell and timetable are empty, without an empty line', ['\tja seutu\t\tLisää.\t']],
    ['a line that goes on in the middle of a sentence', ['', 'ja sitä kehitetään.']],
    ['a line that goes on with a list', ['', '(ii) toinen kohta']],
  ])('joins %s', (_name, added) => {
    const document = lines('Avataan piste, kahvila\tKaupunki\t2025\tAvattu.\t', ...added);
    expect(readTableRows(document).rows).toHaveLength(2);
    expect(readTableRows(document).problems).toEqual([]);
  });

  test('keeps text below the table out of the last row and reports it', () => {
    const document = lines(sound, '', 'Lisätietoja antaa projektipäällikkö.');
    const { problems, notes } = readTableRows(document);
    expect(measureTexts(document)).toEqual(['Avataan piste.']);
    expect(problems).toEqual([{ line: 8, problem: 'outsideTable', detail: 'Lisätietoja antaa projektipäällikkö.' }]);
    expect(notes).toEqual([{ line: 8, text: 'Lisätietoja antaa projektipäällikkö.' }]);
  });
});

test('text below the table stays citable', () => {
  const table = parse(['Ohjelma', '', goalHeader, measureHeader, sound, '', 'Lisätietoja antaa Aino Oja.'].join('\n'));
  expect(tablePassages(table, source).filter(({ text: words }) => words.includes('Aino Oja'))).toMatchObject([
    { text: 'Lisätietoja antaa Aino Oja.', lines: [8, 8], place: { goal: null, measure: null, field: 'legend' } },
  ]);
});

test('a heading mark before the title is no part of it', () => {
  expect(parse(`# Ohjelma 2025–2026\n\n${goalHeader}\n${measureHeader}\n${sound}`).programme).toMatchObject({
    title: 'Ohjelma 2025–2026',
    period: { start: 2025, end: 2026 },
  });
});

test('goals of the same number are reported and stay apart', () => {
  const twice = parse([goalHeader, measureHeader, sound, goalHeader, measureHeader, sound].join('\n'));
  expect(new Set(twice.programme.goals.map(({ id }) => id)).size).toBe(2);
  expect(twice.problems).toMatchObject([{ line: 6, problem: 'repeatedGoal', detail: '1' }]);
});

test('a hostile cell of 100 kB is read', () => {
  for (const unit of ['(i)(ii)', 'A', 'a-', 'Aaan, ', 'aaaaa- ja aaaaaaaa ', '→', '<p>', '. ']) {
    const cell = unit.repeat(100_000 / unit.length);
    const document = `${goalHeader}\n${measureHeader}\n${cell}\t${cell}\t${cell}\t${cell}\t`;
    expect(tablePassages(parse(document), source).length).toBeGreaterThan(0);
  }
});

describe('metric cells that mix targets and states', () => {
  const piece = (words: string, newParagraph = true) => ({ text: words, line: 1, newParagraph });

  test('what tells how things were is the state of the target before it, beside arrows too', () => {
    const cell = [
      piece('Vuoteen 2027 mennessä määrä on alle 400.'),
      piece('Elokuussa 2025 määrä oli 512.'),
      piece('Haastattelu järjestetään viidessä päivässä.'),
      piece('→ Ei vielä.'),
      piece('→ Odotusaika oli 6 päivää.'),
    ];
    expect(parseMetrics(cell)).toEqual([
      { text: 'Vuoteen 2027 mennessä määrä on alle 400.', state: 'Elokuussa 2025 määrä oli 512.' },
      { text: 'Haastattelu järjestetään viidessä päivässä.', state: 'Ei vielä.\nOdotusaika oli 6 päivää.' },
    ]);
  });

  test('a second target in one paragraph begins a metric of its own', () => {
    const cell = [
      piece(
        'Osuus on enintään 12 prosenttia. Kesäkuussa osuus oli 17,8 %. (Lähde: TEM 6/2025) Paikkoja on vähintään 1 000. Kesällä paikkoja oli 860.',
      ),
    ];
    expect(parseMetrics(cell)).toEqual([
      { text: 'Osuus on enintään 12 prosenttia.', state: 'Kesäkuussa osuus oli 17,8 %. (Lähde: TEM 6/2025)' },
      { text: 'Paikkoja on vähintään 1 000.', state: 'Kesällä paikkoja oli 860.' },
    ]);
  });
});

test('an only year among the words of a timetable part is its year', () => {
  const { parts } = parseTimetable('(i) pilotti 2025, (ii) kaikki toimipisteet 2027 mennessä');
  expect(parts).toEqual([
    { items: ['i'], start: 2025, end: 2025 },
    { items: ['ii'], start: null, end: 2027 },
  ]);
});

describe('bodies of a city that no record names', () => {
  const resolver = createBodyResolver(organisations, ['Turun', 'Kaarinan']);
  const named = (cell: string) => {
    const ids = resolver.resolve(cell, 'Turku');
    const all = [...organisations, ...resolver.discovered()];
    return ids.map((id) => all.find((body) => body.id === id)?.name.fi);
  };

  test.each([
    ['Turun ja Kaarinan seurakuntayhtymän', ['Turun ja Kaarinan seurakuntayhtymä']],
    ['kasvun ja oppimisen toimialan ja Kelan', ['kasvun ja oppimisen toimiala', 'Kela']],
    ['liikunta- ja kulttuuripalvelut', ['liikunta- ja kulttuuripalvelut']],
    ['Elinvoiman ja kilpailukyvyn palvelualue', ['Elinvoiman ja kilpailukyvyn palvelualue']],
    [
      'Turun työllisyyspalveluiden, Turun ammatti-instituutin',
      ['Turun työllisyyspalvelut', 'Turun ammatti-instituutti'],
    ],
    ['Turun kauppakamarin', ['Turun kauppakamari']],
    ['Pirkanmaan hyvinvointialueen', ['Pirkanmaan hyvinvointialue']],
    ['viestintäosasto ja Helsinki Partners', ['viestintäosasto', 'Helsinki Partners']],
  ])('%s', (cell, bodies) => {
    expect(named(cell)).toEqual(bodies);
  });
});
