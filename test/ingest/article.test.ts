import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldQuote } from '../../src/domain/source.ts';
import { articlePassages } from '../../src/ingest/article.ts';
import { contentHash, plainText } from '../../src/ingest/content-hash.ts';
import { splitSentences } from '../../src/ingest/sentences.ts';
import { article, corpora, seeds } from './temp-corpus.ts';

const read = (text: string, title = 'Otsikko', file = 'a.txt') =>
  articlePassages(text, article({ id: 'a', file, title }));
const texts = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  test.each([
    ['at full stops, question and exclamation marks', ['Kuka johtaa?', 'Aino!', 'Hän aloitti.', 'Nyt']],
    ['not after abbreviations', ['Tukea annetaan mm. Oulussa ja esim. Raahessa.', 'Se riittää.']],
    ['not after abbreviations with inner full stops', ['Vi har t.ex. Vasa och bl.a. Esbo med.', 'Bra.']],
    ['not after the abbreviations of English', ['It helps e.g. Nokia and Dr. Smith.', 'Good.']],
    ['not after a title’s initial', ['Asiasta vastaa A. Oja.', 'Hän on uusi.']],
    ['not inside dates and times', ['Uudistus alkaa 1.1.2025 klo 9.15 kaikkialla.', 'Se on suuri.']],
    ['before a number that begins a sentence', ['Määrä kasvoi.', '24 puolisoa löysi työn.']],
    ['not before a small letter', ['Luku on n. kolme. ehkä neljä.']],
    ['after closing quotation marks', ['“Se on hyvä.”', 'Hän jatkaa.']],
    ['before opening quotation marks and dashes', ['Hän jatkaa.', '“Hyvä on.”', '– Kyllä.', '(Lähde: tilasto.)']],
    ['after an ellipsis', ['Katsotaan…', 'Ehkä.']],
    ['after emphasis of Markdown', ['**Palvelu avattiin.**', '*Kävijöitä oli paljon.*', 'Hyvä.']],
  ])('divides %s', (_name, sentences) => {
    expect(texts(sentences.join(' '))).toEqual(sentences);
  });

  test('gives nothing for white space', () => {
    expect(splitSentences('  ')).toEqual([]);
  });
});

describe('plainText and contentHash', () => {
  test('fold tags and white space, and leave words as they are', () => {
    expect(plainText(' <p>Yksi\u00a0<b>kaksi</b>\n3 < 4</p> ')).toBe('Yksi kaksi 3 < 4');
  });

  test('give one hash to both forms of a letter', () => {
    expect(contentHash('a\u0308')).toBe(contentHash('ä'));
    expect(contentHash('ä')).toMatch(/^[0-9a-f]{16}$/);
    expect(contentHash('a')).not.toBe(contentHash('ä'));
  });
});

describe('articlePassages', () => {
  test('divides paragraphs into sentences with their lines, paragraph and places', () => {
    expect(read('Otsikko\n\nYksi. Kaksi.\n\nKolme.')).toMatchObject([
      { id: 'a#0', ordinal: 0, role: 'title', text: 'Otsikko', lines: [1, 1], paragraph: 0 },
      { id: 'a#1', ordinal: 1, role: 'sentence', text: 'Yksi.', fragments: ['Yksi.'], lines: [3, 3], paragraph: 1 },
      { id: 'a#2', ordinal: 2, role: 'sentence', text: 'Kaksi.', lines: [3, 3], paragraph: 1 },
      { id: 'a#3', ordinal: 3, role: 'sentence', text: 'Kolme.', lines: [5, 5], paragraph: 2, place: null },
    ]);
  });

  test.each([
    ['Kuva: Aino Oja', 'caption'],
    ['Johtaja Aino Oja. Foto: Sakari Salo', 'caption'],
    ['040 123 4567', 'contact'],
    ['aino.oja(at)oulu.example', 'contact'],
    ['Vaihde +358 8 123 4567', 'contact'],
    ['Puhelin (09) 310 1691', 'contact'],
    ['Palvelut kootaan yhteen', 'heading'],
    ['– Palvelut kootaan yhteen, Oja sanoo.', 'sentence'],
    ['• yksi kohta', 'sentence'],
    ['Palvelut ovat:', 'sentence'],
  ])('takes “%s” for a %s', (line, role) => {
    expect(read(line)[0]).toMatchObject({ role });
  });

  test('takes the short lines after “further information” for contacts, until the next sentence', () => {
    const lines = [
      'Lisätietoja:',
      'Aino Oja',
      'Työllisyysjohtaja',
      'Oulun kaupunki',
      'Palvelu avataan pian.',
      'Uusi alku',
    ];
    expect(read(lines.join('\n')).map(({ role }) => role)).toEqual([
      'sentence',
      'contact',
      'contact',
      'contact',
      'sentence',
      'heading',
    ]);
  });

  test('puts a passage under the heading above it', () => {
    const lines = ['Otsikko', 'Alku.', 'Palvelut kootaan yhteen', 'Ne ovat täällä.', 'Mies', 'Ne toimivat.'];
    expect(read(lines.join('\n')).map(({ section }) => section)).toEqual([
      '',
      '',
      '',
      'Palvelut kootaan yhteen',
      '',
      'Palvelut kootaan yhteen',
    ]);
  });

  test('takes only marked lines for headings where a document marks its headings', () => {
    const marked = read('# Otsikko\n\n## Kumppanit\n\nItä-Suomen yliopisto ja muut\n2024\t5214\n\n### Alku\n\nHyvä.');
    expect(marked.map(({ role, text, section }) => [role, text, section])).toEqual([
      ['title', 'Otsikko', ''],
      ['heading', 'Kumppanit', ''],
      ['sentence', 'Itä-Suomen yliopisto ja muut', 'Kumppanit'],
      ['sentence', '2024 5214', 'Kumppanit'],
      ['heading', 'Alku', ''],
      ['sentence', 'Hyvä.', 'Alku'],
    ]);
  });

  test('shows words of Markdown without their marks and quotes them with', () => {
    const lines = [
      'The **sixth round** starts on *22 January*.',
      '> "Doors open," she says.',
      '[Apply here](https://a.example)',
      'snake_case 2*3*4.',
    ];
    expect(read(lines.join('\n\n'), 'T', 'a.md').map(({ text, fragments }) => [text, fragments[0]])).toEqual([
      ['The sixth round starts on 22 January.', lines[0]],
      ['"Doors open," she says.', lines[1]],
      ['Apply here', lines[2]],
      ['snake_case 2*3*4.', lines[3]],
    ]);
    expect(read('The **sixth** round.')[0]?.text).toBe('The **sixth** round.');
  });
});

describe('the speaker of a quotation', () => {
  const speakers = (...lines: string[]) => read(lines.join('\n')).map(({ speaker }) => speaker);
  test.each([
    ['named after it', ['– Palvelu on uusi. Se toimii, sanoo johtaja Aino Oja.'], ['Aino Oja', 'Aino Oja']],
    ['named before the verb', ['“Palvelu on uusi”, Oja sanoo.'], ['Oja']],
    ['named in Swedish', ['– Tjänsten är ny, säger direktör Aino Oja.'], ['Aino Oja']],
    ['named in English', ['"It is new," says Director Aino Oja.'], ['Director Aino Oja']],
    ['named between two quotations', ['"It is new," says Oja. "We are glad."'], ['Oja', 'Oja']],
    [
      'named by the line above',
      ['Johtaja Aino Ojan mukaan palvelu toimii:', '“Se on uusi.”'],
      [null, 'Johtaja Aino Ojan'],
    ],
    [
      'going on in the next paragraph',
      ['– Palvelu on uusi, sanoo Aino Oja.', '– Se toimii.'],
      ['Aino Oja', 'Aino Oja'],
    ],
    ['unknown', ['“Palvelu on uusi.”'], [null]],
    ['none in plain text', ['Palvelu on uusi.'], [null]],
  ])('is %s', (_name, lines, expected) => {
    expect(speakers(...lines)).toEqual(expected);
  });

  test('is given in the basic form that the document holds elsewhere', () => {
    const lines = ['Päällikkö Teemu Haapalehdon mukaan:', '“Se on uusi.”', 'Teemu Haapalehto'];
    expect(speakers(...lines)).toEqual([null, 'Teemu Haapalehto', null]);
  });
});

const shipped = [
  { file: '000_0af22d10f30a5d2d.txt', passages: 34, speakers: ['Gassen', 'Sorjonen'], contacts: 0 },
  { file: '001_7999d6efae35764a.txt', passages: 20, speakers: ['Virve Flinkkilä', 'Flinkkilä'], contacts: 0 },
  { file: '002_aeb2afdd8ef6c92b.txt', passages: 31, speakers: ['Pihlaja', 'Virve Flinkkilä'], contacts: 0 },
  {
    file: '003_c18532bf85a2af8e.txt',
    passages: 44,
    speakers: ['Teemu Haapalehto', 'Haapalehto', 'Olga Silfver', 'Silfver'],
    contacts: 10,
  },
];
const manifest: { file: string; title: string }[] = JSON.parse(readFileSync(join(seeds, 'sources.json'), 'utf8'));

describe.each(shipped)('the article $file', ({ file, passages: expected, speakers, contacts }) => {
  const text = readFileSync(join(seeds, file), 'utf8');
  const passages = read(text, manifest.find((entry) => entry.file === file)?.title);

  test('has one title and its passages, each verbatim in the file, with no word lost', () => {
    expect(passages.filter(({ role }) => role === 'title')).toHaveLength(1);
    expect(passages).toHaveLength(expected);
    expect(passages.filter((passage) => !foldQuote(text).includes(foldQuote(passage.text)))).toEqual([]);
    expect(foldQuote(passages.map((passage) => passage.text).join(' '))).toBe(foldQuote(text));
  });

  test('has the speakers of its quotations and its contacts', () => {
    expect([...new Set(passages.flatMap(({ speaker }) => speaker ?? []))]).toEqual(speakers);
    expect(passages.filter(({ role }) => role === 'contact')).toHaveLength(contacts);
  });
});

test('every passage of the towns’ articles stands in its file', () => {
  const entries: { file: string; title: string }[] = JSON.parse(
    readFileSync(join(corpora, 'towns', 'sources.json'), 'utf8'),
  );
  for (const { file, title } of entries.filter((entry) => !entry.file.endsWith('.html'))) {
    const text = readFileSync(join(corpora, 'towns', file), 'utf8');
    const missing = read(text, title, file).filter(
      ({ fragments }) => !fragments.every((piece) => foldQuote(text).includes(foldQuote(piece))),
    );
    expect(missing).toEqual([]);
  }
});

test('a hostile line of 100 kB is read', () => {
  for (const unit of ['A', 'Aa ', 'A sanoo ', '040 ', 'a@', '. ', '<', '"', '– ', '*a', '['])
    expect(
      read(unit.repeat(100_000 / unit.length)).length + read(unit.repeat(100_000 / unit.length), 'T', 'a.md').length,
    ).toBeGreaterThan(0);
});

describe('lines of a notice', () => {
  const notice = article({ id: 'notice', file: 'notice.txt' });
  const roles = (text: string) => articlePassages(text, notice).map(({ role, text: words }) => `${role}: ${words}`);

  test.each([
    'Paikka: Merikeskus Vellamo, Tornatorintie 99',
    'Tid: lördag 14 mars kl. 10',
    'Price: free of charge',
    '13.00 Tervetulosanat, apulaiskaupunginjohtaja Kaisa Pelto',
    '9.30–10.15 Paneeli',
    '• Tjänsten är ordinarie',
  ])('"%s" can answer as a sentence does', (line) => {
    expect(roles(`Ohjelma\n\n${line}\n`)).toContain(`sentence: ${line}`);
  });

  test('a short line without a label is a heading still', () => {
    expect(roles('Liikkuminen ja pysäköinti\n\nVellamoon pääsee bussilla.\n')).toContain(
      'heading: Liikkuminen ja pysäköinti',
    );
  });

  test('what is told of a speaker after the quotation has no speaker', () => {
    const text = '"We buy people time," says housing manager Terhi Aalto. She came from Kajaani in 2020.';
    expect(articlePassages(text, notice).map(({ speaker }) => speaker)).toEqual(['Terhi Aalto', null]);
  });
});

describe('opening hours', () => {
  const passages = read('Otsikko\n\nPiste palvelee kaikkia.\n\nAukioloajat\n\nma–ti\t9–16\nke\t9–18\n');

  test('stand a line each under the heading above them, however short that is', () => {
    expect(passages.slice(-2).map(({ text, role, section }) => [text, role, section])).toEqual([
      ['ma–ti 9–16', 'sentence', 'Aukioloajat'],
      ['ke 9–18', 'sentence', 'Aukioloajat'],
    ]);
  });
});

test('a city that estimates something is no speaker', () => {
  expect(read('Otsikko\n\nKaupunki arvioi, että kävijöitä on sata.\n').map(({ speaker }) => speaker)).toEqual([
    null,
    null,
  ]);
});
