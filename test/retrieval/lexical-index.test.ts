import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.ts';
import { encodeSnapshot } from '../../src/retrieval/index-snapshot.ts';
import { buildLexicalIndex, type LexicalDocument, updateLexicalIndex } from '../../src/retrieval/lexical-index.ts';

const documentsOf = (...texts: string[]): LexicalDocument[] => texts.map((text) => ({ key: `key of ${text}`, text }));

const finnish = documentsOf(
  'Puoliso-ohjelma tukee kansainvälisten osaajien puolisoita.',
  'Työllisyysjohtaja Glenn Gassen aloittaa tehtävässään.',
  'International House Helsinki palvelee maahanmuuttajia: IHH:ssa on kuukausittain yli 4000 asiakaskäyntiä.',
  'TE-palvelut siirtyvät kunnille 1.1.2025.',
  'Kaupungin viestintäosasto vastaa verkostosta.',
  'Vieraskielisten työttömyysaste oli 16,88 % ja tavoite on 33 000 osaajaa.',
);

describe('search', () => {
  const index = buildLexicalIndex(finnish, 'fi');

  it.each<[string, number]>([
    ['puolisoohjelma', 0],
    ['puoliso ohjelma', 0],
    ['puoliso-ohjelman', 0],
    ['kuka on Gassenin titteli', 1],
    ['gasen', 1],
    ['ihhsta', 2],
    ['asiakaskäynnit kuukaudessa', 2],
    ['te palvelujen siirto', 3],
    ['vuosi 2025', 3],
    ['1. 1. 2025', 3],
    ['viestinnästä vastaava osasto', 4],
    ['16.88', 5],
    ['33000', 5],
  ])('for %j finds document %i first', (query, expected) => {
    expect(index.search(query)[0]?.ordinal).toBe(expected);
  });

  it('takes neighbouring words also as one', () => {
    const [apart] = index.search('ohjelma puoliso');
    const [joined] = index.search('puoliso ohjelma');
    expect(joined?.ordinal).toBe(0);
    expect(joined?.score).toBeGreaterThan(apart?.score ?? Number.POSITIVE_INFINITY);
  });

  it('gives scores in falling order, with the key of each document', () => {
    const hits = index.search('kaupungin palvelut ja työllisyys');
    expect(hits.length).toBeGreaterThan(1);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    for (const hit of hits) expect(hit.key).toBe(finnish[hit.ordinal]?.key);
  });

  it('gives nothing for a query none of which occurs, and nothing for an empty one', () => {
    expect(index.search('xyzzyx')).toEqual([]);
    expect(index.search('')).toEqual([]);
    expect(index.search([])).toEqual([]);
  });

  it('gives nothing from an empty index', () => {
    expect(buildLexicalIndex([], 'fi').search('palvelut')).toEqual([]);
  });

  it('gives equal documents by ordinal', () => {
    const same = buildLexicalIndex(documentsOf('sama', 'muu', 'sama', 'sama'), 'fi');
    expect(same.search('sama', { limit: 2 }).map(({ ordinal }) => ordinal)).toEqual([0, 2]);
  });

  it('does not carry scores over from one search to the next, even after a filter threw', () => {
    const before = index.search('palvelut');
    expect(() =>
      index.search('työllisyysjohtaja', {
        filter: () => {
          throw new Error('filter');
        },
      }),
    ).toThrow('filter');
    expect(index.search('palvelut')).toEqual(before);
  });

  it('leaves out what the filter refuses and fills up with the next best', () => {
    const all = index.search('osaajien palvelut', { limit: 3 });
    const best = all[0]?.ordinal;
    const filtered = index.search('osaajien palvelut', { limit: 2, filter: (ordinal) => ordinal !== best });
    expect(filtered).toEqual(all.slice(1, 3));
  });
});

describe('the best hits', () => {
  it('are those of sorting all documents, for any limit', () => {
    const words = fc.constantFrom('kaupunki', 'kunta', 'palvelu', 'työ', 'johtaja', 'ja', 'osasto');
    const text = fc.array(words, { maxLength: 8 }).map((chosen) => chosen.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), text, fc.integer({ min: 0, max: 12 }), (texts, query, limit) => {
        const index = buildLexicalIndex(documentsOf(...texts), 'fi');
        const everything = index.search(query, { limit: texts.length + 1 });
        const sorted = everything.toSorted((a, b) => b.score - a.score || a.ordinal - b.ordinal);
        expect(everything).toEqual(sorted);
        expect(index.search(query, { limit })).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});

describe('scores', () => {
  it('are BM25 over stems plus 1.2 times BM25 over grams and prefix', () => {
    const index = buildLexicalIndex(documentsOf('abc abc de', 'de', 'fg'), 'en');
    const bm25 = (frequency: number, length: number, meanLength: number, documents: number): number =>
      (Math.log(1 + (3 - documents + 0.5) / (documents + 0.5)) * frequency * 1.9) /
      (frequency + 0.9 * (0.25 + (0.75 * length) / meanLength));
    // Grams of "abc": " abc", "abc ", and the prefix "abc". Those of "de": " de " and the prefix "de".
    const expected = bm25(2, 3, 5 / 3, 1) + 1.2 * 3 * bm25(2, 8, 4, 1);
    expect(index.search('abc')).toEqual([
      { ordinal: 0, key: 'key of abc abc de', score: expect.closeTo(expected, 10) },
    ]);
  });

  it('count a repeated word of the query each time', () => {
    const index = buildLexicalIndex(finnish, 'fi');
    const [once] = index.search('palvelut');
    const [twice] = index.search('palvelut palvelut');
    expect(twice?.ordinal).toBe(once?.ordinal);
    expect(twice?.score).toBeCloseTo(2 * (once?.score ?? Number.NaN), 10);
  });
});

describe('groups', () => {
  const index = buildLexicalIndex(
    documentsOf('kielikurssi', 'kielikoulutus', 'kielikurssi kielikoulutus', 'muu'),
    'fi',
  );
  const scoresOf = (query: Parameters<typeof index.search>[0]): Map<number, number> =>
    new Map(index.search(query).map(({ ordinal, score }) => [ordinal, score]));

  it('of one alternative score as the text does', () => {
    const grouped = scoresOf([{ weight: 1, alternatives: [{ text: 'kielikurssi', weight: 1 }] }]);
    const plain = scoresOf('kielikurssi');
    expect([...grouped.keys()]).toEqual([...plain.keys()]);
    for (const [ordinal, score] of grouped) expect(score).toBeCloseTo(plain.get(ordinal) ?? Number.NaN, 10);
  });

  it('count only the best alternative for a document', () => {
    const one = scoresOf('kielikurssi');
    const other = scoresOf('kielikoulutus');
    const alternatives = [
      { text: 'kielikurssi', weight: 1 },
      { text: 'kielikoulutus', weight: 0.5 },
    ];
    const both = scoresOf([{ weight: 2, alternatives }]);
    for (const ordinal of [0, 1, 2]) {
      const best = Math.max(one.get(ordinal) ?? 0, 0.5 * (other.get(ordinal) ?? 0));
      expect(both.get(ordinal)).toBeCloseTo(2 * best, 10);
    }
    expect(both.has(3)).toBe(false);
  });

  it('add up', () => {
    const sum = scoresOf([
      { weight: 1, alternatives: [{ text: 'kielikurssi', weight: 1 }] },
      { weight: 3, alternatives: [{ text: 'muu', weight: 1 }] },
    ]);
    expect(sum.get(3)).toBeCloseTo(3 * (scoresOf('muu').get(3) ?? Number.NaN), 10);
    expect(sum.get(0)).toBeCloseTo(scoresOf('kielikurssi').get(0) ?? Number.NaN, 10);
  });
});

describe('document frequency', () => {
  const index = buildLexicalIndex(documentsOf('kunta kunta', 'kaupunki', 'kunta'), 'fi');
  const stemOf = (word: string): string => analyse(word, 'fi')[0]?.stem ?? '';

  it('counts documents, not occurrences', () => {
    expect(index.documentFrequency(stemOf('kunta'))).toBe(2);
    expect(index.documentFrequency(stemOf('kaupunki'))).toBe(1);
    expect(index.documentFrequency('tuntematon')).toBe(0);
  });

  it('makes idf fall', () => {
    expect(index.idf('tuntematon')).toBeGreaterThan(index.idf(stemOf('kaupunki')));
    expect(index.idf(stemOf('kaupunki'))).toBeCloseTo(Math.log(1 + 2.5 / 1.5), 12);
    expect(index.idf(stemOf('kunta'))).toBeCloseTo(Math.log(1 + 1.5 / 2.5), 12);
  });
});

describe('keys', () => {
  it('are found by ordinal, and no other ordinal has one', () => {
    const index = buildLexicalIndex(finnish, 'fi');
    expect(finnish.map((_, ordinal) => index.keyAt(ordinal))).toEqual(finnish.map(({ key }) => key));
    expect(() => index.keyAt(finnish.length)).toThrow(RangeError);
  });
});

describe('an update', () => {
  const content = fc.array(fc.constantFrom('kunta', 'kunnan', 'TE-palvelut', '1.1.2025', 'työ', 'åbo', 'a', '🙂'), {
    maxLength: 6,
  });
  const corpus = fc
    .array(content, { maxLength: 12 })
    .map((texts) => documentsOf(...texts.map((text) => text.join(' '))));

  it('gives byte for byte the index of a fresh build', () => {
    fc.assert(
      fc.property(corpus, corpus, fc.constantFrom('fi', 'sv', 'en'), (before, after, language) => {
        const updated = updateLexicalIndex(buildLexicalIndex(before, language), after).index;
        expect(Buffer.compare(encodeSnapshot(updated), encodeSnapshot(buildLexicalIndex(after, language)))).toBe(0);
      }),
    );
  });

  it('analyses only what is new', () => {
    const old = buildLexicalIndex(finnish, 'fi');
    const { index, analysed, reused } = updateLexicalIndex(old, [...finnish.slice(2), ...documentsOf('uusi')]);
    expect({ size: index.size, analysed, reused }).toEqual({ size: 5, analysed: 1, reused: 4 });
    expect(index.search('uusi')[0]?.key).toBe('key of uusi');
    expect(index.search('Gassen')).toEqual([]);
  });

  it('keeps the length of a document in which a word occurs more often than an entry can count', () => {
    const long = documentsOf('sana '.repeat(1000), 'sana muu');
    const updated = updateLexicalIndex(buildLexicalIndex(long, 'fi'), long).index;
    expect(updated.search('sana')).toEqual(buildLexicalIndex(long, 'fi').search('sana'));
    expect(updated.data.stems.lengths[0]).toBe(1000);
  });
});
