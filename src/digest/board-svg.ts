import type { Light } from '../domain/light.ts';
import { lightDefs, lightShape, round } from './light-shapes.ts';
import { cutText, textWidth, wrapText } from './text-width.ts';

/** One line of the picture. `weeks` are the lights at the ends of past weeks, oldest first. */
export type PictureRow = { number: string; name: string; light: Light | null; weeks: readonly (Light | null)[] };

/** The picture's words, in one language. */
export type PictureWords = {
  title: string;
  scope: string;
  /** Over the first and last week's column, and over today's. */
  firstWeek: string;
  lastWeek: string;
  today: string;
  /** Under the board: each light's word with its count, worst first. */
  legend: readonly { light: Light | null; words: string }[];
  /** Said where no light has been set; null where there is one. */
  nothing: string | null;
  /** Said of rows that are left out; null where none is. */
  more: string | null;
};

/** As wide as a phone shows it without shrinking much; it is rendered at twice the size. */
export const pictureWidth = 480;
/** More rows than this are drawn in one line each. */
const roomyRows = 15;
/** More are left out, with a line that counts them. */
export const mostRows = 60;

const margin = 18;
const colours = { panel: '#ffffff', edge: '#cfd6dd', line: '#e6eaee', ink: '#1d2430', dim: '#55606c' };
const inner = pictureWidth - 2 * margin;

type Layout = {
  size: number;
  lines: number;
  /** Where the strip begins, the distance between its lights and their radius. */
  strip: { x: number; pitch: number; r: number };
  today: { x: number; r: number };
  nameWidth: number;
  /** The strip stands under the name; else beside it. */
  under: boolean;
};

const roomy: Layout = {
  size: 15,
  lines: 2,
  strip: { x: margin + 9, pitch: 28.5, r: 9 },
  today: { x: pictureWidth - margin - 20, r: 18 },
  nameWidth: inner - 58,
  under: true,
};
const compact: Layout = {
  size: 13,
  lines: 1,
  strip: { x: 290, pitch: 12.6, r: 5.2 },
  today: { x: pictureWidth - margin - 11, r: 10 },
  nameWidth: 290 - margin - 12,
  under: false,
};

/**
 * The board as an SVG document: a line a goal with the lights of past weeks and today's, large. It has its own background, so
 * that it can be read on light and dark ones. Its texts are set in the font family "Inter".
 */
export function drawBoard(rows: readonly PictureRow[], words: PictureWords): string {
  const shown = rows.slice(0, mostRows);
  const layout = rows.length > roomyRows ? compact : roomy;
  const nameX = margin + Math.max(...shown.map(({ number }) => textWidth(`${number} `, layout.size)), 0) + 3;
  const parts: string[] = [];
  let y = drawHeading(parts, words);
  if (words.nothing !== null) {
    parts.push(text(words.nothing, margin, y + 16, { size: 14, colour: colours.dim }));
    y += 30;
  }
  if (rows.length > 0) y = drawColumns(parts, words, layout, y);
  for (const row of shown) y = drawRow(parts, row, { ...layout, nameX }, y);
  if (words.more !== null) {
    parts.push(text(words.more, margin, y + 20, { size: 13, colour: colours.dim }));
    y += 30;
  }
  y = drawLegend(parts, words.legend, y + 8) + margin - 4;
  return frame(parts, y);
}

function frame(parts: readonly string[], height: number): string {
  const h = round(height);
  const size = `width="${pictureWidth}" height="${h}" viewBox="0 0 ${pictureWidth} ${h}"`;
  const panel = `<rect x="0.5" y="0.5" width="${pictureWidth - 1}" height="${round(h - 1)}" rx="12" fill="${colours.panel}" stroke="${colours.edge}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Inter">\n${[lightDefs(), panel, ...parts].join('\n')}\n</svg>\n`;
}

function drawHeading(parts: string[], { title, scope }: PictureWords): number {
  parts.push(text(cutText(title, 20, inner), margin, 36, { size: 20, bold: true }));
  if (scope === '') return 52;
  const lines = wrapText(scope, 14, inner, 2);
  lines.forEach((line, at) => parts.push(text(line, margin, 58 + at * 18, { size: 14, colour: colours.dim })));
  return 56 + lines.length * 18;
}

function drawColumns(parts: string[], words: PictureWords, { strip, today }: Layout, y: number): number {
  const dim = { size: 12, colour: colours.dim };
  const last = strip.x + 11 * strip.pitch + strip.r;
  parts.push(text(words.firstWeek, strip.x - strip.r, y + 14, dim));
  parts.push(text(words.lastWeek, last, y + 14, { ...dim, anchor: 'end' }));
  parts.push(text(words.today, today.x, y + 14, { ...dim, anchor: 'middle' }));
  return y + 22;
}

function drawRow(parts: string[], row: PictureRow, layout: Layout & { nameX: number }, y: number): number {
  const { size, strip, today, under, nameX } = layout;
  const lines = wrapText(row.name, size, margin + layout.nameWidth - nameX, layout.lines);
  const lineHeight = size * 1.28;
  const textHeight = Math.max(1, lines.length) * lineHeight;
  const height = under ? textHeight + 2 * strip.r + 21 : 27;
  parts.push(`<path d="M${margin} ${round(y)} H${pictureWidth - margin}" stroke="${colours.line}"/>`);
  const baseline = under ? y + 7 + size : y + height / 2 + size * 0.36;
  parts.push(text(row.number, margin, baseline, { size, bold: true }));
  lines.forEach((line, at) => {
    parts.push(text(line, nameX, baseline + at * lineHeight, { size }));
  });
  const stripY = under ? y + 11 + textHeight + strip.r - 1 : y + height / 2;
  row.weeks.forEach((light, at) => {
    parts.push(lightShape(light, strip.x + at * strip.pitch, stripY, strip.r * shrink(light)));
  });
  parts.push(lightShape(row.light, today.x, y + height / 2, today.r * shrink(row.light)));
  return y + height;
}

/** Shapes with corners reach farther than discs. */
function shrink(light: Light | null): number {
  return light === 'yellow' || light === 'red' ? 0.92 : 1;
}

/** The lights in words, on as many lines as they need. */
function drawLegend(parts: string[], legend: PictureWords['legend'], top: number): number {
  const size = 13;
  let x = margin;
  let y = top + 14;
  parts.push(`<path d="M${margin} ${round(top - 8)} H${pictureWidth - margin}" stroke="${colours.line}"/>`);
  for (const { light, words } of legend) {
    const width = 22 + textWidth(words, size) + 10;
    if (x > margin && x + width - 10 > pictureWidth - margin) {
      x = margin;
      y += 26;
    }
    parts.push(lightShape(light, x + 8, y, 8 * shrink(light)));
    parts.push(text(words, x + 22, y + 5, { size }));
    x += width;
  }
  return y + 14;
}

type TextStyle = { size: number; bold?: boolean; colour?: string; anchor?: 'middle' | 'end' };

function text(words: string, x: number, y: number, { size, bold, colour, anchor }: TextStyle): string {
  const weight = bold === true ? ' font-weight="600"' : '';
  const from = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  const place = `x="${round(x)}" y="${round(y)}" font-size="${size}"${weight}${from}`;
  return `<text ${place} fill="${colour ?? colours.ink}">${escapeXml(words)}</text>`;
}

function escapeXml(words: string): string {
  return words
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
