import { describe, expect, test } from 'vitest';
import { drawBoard, mostRows, type PictureRow, type PictureWords, pictureWidth } from '../../src/digest/board-svg.ts';
import { createDrawDigest } from '../../src/digest/draw.ts';
import { pictureOf } from '../../src/digest/picture.ts';
import { renderPng } from '../../src/digest/png.ts';
import { cutText, textWidth, wrapText } from '../../src/digest/text-width.ts';
import { languages } from '../../src/domain/language.ts';
import { lights } from '../../src/domain/light.ts';
import { pictureTexts } from '../../src/texts/digest/picture-texts.ts';
import { sampleDigest } from '../support/sample-digest.ts';
import { hostile } from '../support/samples.ts';

const words: PictureWords = {
  title: 'Liikennevalot 23.11.2026',
  scope: 'Helsinki',
  firstWeek: 'vk 36',
  lastWeek: 'vk 47',
  today: 'nyt',
  legend: [{ light: 'red', words: 'punainen 1' }],
  nothing: null,
  more: null,
};
const long =
  'Työperusteisen maahanmuuton edunvalvonta ja kansainvälisten osaajien sekä heidän perheidensä asettautuminen';

function rows(count: number, over: Partial<PictureRow> = {}): PictureRow[] {
  const weeks = Array.from({ length: 12 }, (_, at) => lights[at % 4] ?? null);
  return Array.from({ length: count }, (_, at) => ({
    number: String(at + 1),
    name: long,
    light: 'red',
    weeks,
    ...over,
  }));
}

/** Width and height in pixels, from the file's own header. */
async function sizeOf(svg: string): Promise<[number, number]> {
  const png = Buffer.from(await renderPng(svg));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

const uses = (svg: string, light: string) => svg.split(`href="#${light}"`).length - 1;

describe('the picture of the board', () => {
  test.each([
    [0, 0],
    [1, 1],
    [9, 9],
    [45, 45],
    [61, mostRows],
  ])('of %i goals has %i lines of twelve weeks and today, at twice its size', async (count, lines) => {
    const svg = drawBoard(rows(count, { light: 'grey' }), words);
    // Each line has three of each light in its strip, and a grey one for today.
    expect([uses(svg, 'green'), uses(svg, 'grey')]).toEqual([3 * lines, 4 * lines]);
    const [width, height] = await sizeOf(svg);
    expect(width).toBe(2 * pictureWidth);
    expect(height).toBeGreaterThan(2 * 100);
    // A picture much taller than wide is shown too small to read.
    expect(height / width).toBeLessThan(count <= 15 ? 2 : 4);
  });

  test('each light has a shape and a symbol of its own besides its colour', () => {
    const svg = drawBoard([], words);
    const shapes = [...lights, 'none'].map((light) => new RegExp(`<g id="${light}">(.*)</g>`).exec(svg)?.[1] ?? '');
    const colourless = shapes.map((shape) => shape.replace(/#[0-9a-f]{3,6}/g, ''));
    expect(new Set(colourless).size).toBe(5);
    expect(shapes.every((shape) => shape !== '')).toBe(true);
  });

  test('today’s light is larger than those of past weeks', () => {
    const scales = (light: PictureRow['light']) =>
      [...drawBoard(rows(1, { light, weeks: [light] }), { ...words, legend: [] }).matchAll(/scale\(([\d.]+)\)/g)].map(
        ([, scale]) => Number(scale),
      );
    for (const light of [...lights, null]) {
      const [past = 0, today = 0] = scales(light);
      expect(today).toBeGreaterThan(1.8 * past);
    }
  });

  test('has its own background, and no text reaches over its edge', () => {
    for (const count of [9, 45]) {
      const svg = drawBoard(rows(count), { ...words, title: long, scope: long, more: '… ja 3 tavoitetta lisää' });
      expect(svg).toContain('fill="#ffffff"');
      for (const [, x, size, text] of svg.matchAll(/<text x="([\d.]+)" y="[\d.]+" font-size="(\d+)"[^>]*>([^<]*)</g)) {
        if (text === words.lastWeek || text === words.today) continue;
        expect(Number(x) + textWidth(text ?? '', Number(size))).toBeLessThan(pictureWidth);
      }
    }
  });

  test('takes words of every kind as words', async () => {
    const svg = drawBoard(rows(2, { name: `${hostile} "&" \u0000\u0007 ]]>` }), { ...words, scope: hostile });
    expect(svg).not.toContain('<!channel>');
    expect(svg).not.toContain('\u0000');
    expect((await sizeOf(svg))[0]).toBe(2 * pictureWidth);
  });

  test('says where no light has been set', () => {
    const nothing = 'Yhdelläkään tavoitteella ei ole vielä valoa.';
    const svg = drawBoard(rows(3, { light: null, weeks: [null, null] }), { ...words, legend: [], nothing });
    expect(svg).toContain(nothing);
    expect(uses(svg, 'none')).toBe(9);
  });

  test.each(Array.from('åäöÅÄÖšžŠŽé→…–’'))('the shipped font has the character %s', async (character) => {
    const of = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" font-family="Inter"><text x="2" y="15" font-size="14">${text}</text></svg>`;
    // A character of no font is left out or drawn as a box.
    const missing = await Promise.all(['\u{10FFFD}', '\uE000'].map((none) => renderPng(of(none))));
    const drawn = Buffer.from(await renderPng(of(character)));
    for (const none of [...missing, await renderPng(of(' '))]) expect(drawn.equals(Buffer.from(none))).toBe(false);
  });
});

describe('what is drawn of a digest', () => {
  test.each(languages)('has its words in %s, with a count for each light there is', (language) => {
    const digest = sampleDigest({ language });
    const { words: told, rows: drawn } = pictureOf(digest, pictureTexts(digest));
    const expected = { fi: ['vk 36', 'vk 47'], sv: ['v. 36', 'v. 47'], en: ['week 36', 'week 47'] }[language];
    expect([told.firstWeek, told.lastWeek]).toEqual(expected);
    expect(told.legend.map(({ light }) => light)).toEqual(['red', null]);
    expect(JSON.stringify([told, drawn])).not.toMatch(/\{[a-z]+\}|undefined/);
  });

  test('names a programme with a number that would mean another goal, and counts what is left out', () => {
    const [row] = sampleDigest().board;
    if (row === undefined) throw new Error('no row');
    const board = Array.from({ length: mostRows + 2 }, () => ({
      ...row,
      target: { ...row.target, label: 'helsinki 5' },
    }));
    const digest = sampleDigest({ board });
    const drawn = pictureOf(digest, pictureTexts(digest));
    expect([drawn.rows[0]?.number, drawn.words.more]).toEqual(['helsinki 5', '… ja 2 tavoitetta lisää']);
  });

  test('a failure is a warning, and no picture', async () => {
    const warned: string[] = [];
    const render = async () => {
      throw new Error('no binary for this machine');
    };
    const draw = createDrawDigest({ textsOf: pictureTexts, render, warn: (line) => warned.push(line) });
    expect(await draw(sampleDigest())).toBeNull();
    expect(warned).toEqual([expect.stringMatching(/^CWORK: the picture .* no binary for this machine$/)]);
  });
});

describe('text', () => {
  test('is cut with an ellipsis so that it fits, at least one character of it left', () => {
    expect(cutText('lyhyt', 10, 100)).toBe('lyhyt');
    expect(cutText(long, 10, 100)).toMatch(/^Työperusteisen.*…$/);
    expect(textWidth(cutText(long, 10, 100), 10)).toBeLessThanOrEqual(100);
    expect(cutText('WWW', 10, 1)).toBe('W…');
  });

  test('is wrapped at words, the last line cut', () => {
    expect(wrapText('yksi kaksi kolme', 10, 60, 2)).toEqual(['yksi kaksi', 'kolme']);
    const lines = wrapText(long, 10, 120, 2);
    expect(lines).toHaveLength(2);
    expect(lines[0]).not.toContain('…');
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(120);
    expect(wrapText('', 10, 60, 2)).toEqual([]);
  });
});
