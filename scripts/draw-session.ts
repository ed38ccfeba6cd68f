/**
 * Draws the picture of the README: runs the playground on the shipped documents with these lines, and writes what it shows
 * as docs/session.svg.
 *
 *   node_modules/.bin/node scripts/draw-session.ts
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { loadConfig, SettingProblem } from '../src/config.ts';
import { runPlayground } from '../src/playground.ts';
import { createServices } from '../src/services.ts';

const lines = [
  '/as guest',
  'When does responsibility for employment services move to the municipalities?',
  '/as owner',
  '/lv set goal5 green sopimus allekirjoitettu',
  '/quit',
];
const columns = 108;
const look = { font: 14, lineHeight: 20, margin: 20, character: 8.43 } as const;
const colours = { ground: '#10231c', text: '#d8e6df', typed: '#ffd866', place: '#7fd1ae', quote: '#a9c4b8' } as const;

async function play(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'valo-session-'));
  try {
    const loaded = loadConfig({ LV_DATA_DIR: dataDir, LV_NOW: '2026-11-22T09:00:00+02:00' });
    if (!loaded.ok) throw new SettingProblem(loaded.problem);
    const { close, ...ports } = await createServices(loaded.config);
    const input = new PassThrough();
    const written: string[] = [];
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written.push(chunk.toString('utf8'));
        done();
      },
    });
    input.end(`${lines.join('\n')}\n`);
    await runPlayground({ ports, input, output, interactive: false });
    await close();
    return written.join('');
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The questions and answers, without the changes of user around them. */
function shownRows(session: string): string[] {
  const rows = session.split('\n');
  const first = rows.findIndex((row) => row.startsWith('Grace> '));
  const change = rows.findIndex((row) => row.startsWith('Grace> /as'));
  const second = rows.findIndex((row) => row.startsWith('Aino> /lv'));
  const last = rows.findIndex((row) => row.startsWith('Aino> /quit'));
  return [...rows.slice(first, change), ...rows.slice(second, last)].flatMap(wrap);
}

/** A row as one or more that fit the width, a quote's mark repeated. */
function wrap(row: string): string[] {
  const mark = row.startsWith('> ') ? '> ' : '';
  const wrapped: string[] = [];
  let current = '';
  for (const word of row.slice(mark.length).split(' ')) {
    if (current !== '' && `${mark}${current} ${word}`.length > columns) {
      wrapped.push(mark + current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...wrapped, mark + current];
}

function colourOf(row: string): string {
  if (/^(?:Grace|Aino)> /.test(row)) return colours.typed;
  if (row.startsWith('── ')) return colours.place;
  return row.startsWith('> ') ? colours.quote : colours.text;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function draw(rows: readonly string[]): string {
  const width = Math.ceil(columns * look.character + 2 * look.margin);
  const height = rows.length * look.lineHeight + 2 * look.margin;
  const texts = rows.flatMap((row, at) => {
    if (row === '') return [];
    const y = look.margin + (at + 0.75) * look.lineHeight;
    return [`<text x="${look.margin}" y="${y}" fill="${colourOf(row)}" xml:space="preserve">${escapeXml(row)}</text>`];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    '<title>A question answered with its source, and a light set, in the playground</title>',
    `<rect width="100%" height="100%" rx="8" fill="${colours.ground}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${look.font}">`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

await writeFile(join(import.meta.dirname, '../docs/session.svg'), draw(shownRows(await play())));
