import { Parser } from 'htmlparser2';
import { type TextLines, createTextLines } from './text-lines.ts';

/** Elements whose words are not the document's: code, menus, page feet, controls and embedded things. */
const leftOut = new Set(
  'head script style nav footer template noscript svg math iframe object embed canvas audio video button select datalist textarea dialog'.split(
    ' ',
  ),
);

const blocks = new Set(
  (
    'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure form header hgroup hr li main ' +
    'menu ol p pre section summary ul caption legend optgroup search'
  ).split(' '),
);

const headings = new Map(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name, index) => [name, index + 1]));

type Attributes = Readonly<Record<string, string>>;

/**
 * The text of an HTML page: paragraphs, headings ("## …") and list items on lines of their own, table rows with tabs, entities decoded.
 * Scripts, styles, menus, page feet and hidden elements are left out. Broken markup is read as far as it goes; linear in the input.
 */
export function htmlToText(html: string): string {
  const lines = createTextLines();
  const hidden: boolean[] = [];
  const spans: Attributes[] = [];
  let preformatted = 0;
  let inHeading = 0;
  const isHidden = () => hidden.at(-1) ?? false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        hidden.push(isHidden() || leftOut.has(name) || hides(attributes));
        if (isHidden()) return;
        if (name === 'pre') preformatted += 1;
        if (name === 'td' || name === 'th') spans.push(attributes);
        if (headings.has(name)) inHeading += 1;
        if (name === 'br' && inHeading > 0) lines.add(' ');
        else openElement(lines, name);
      },
      ontext: (text) => {
        if (isHidden()) return;
        if (preformatted === 0) lines.add(text);
        else addPreformatted(lines, text);
      },
      onclosetag: (name) => {
        if (hidden.pop() ?? false) return;
        if (name === 'pre') preformatted -= 1;
        if (name === 'td' || name === 'th') lines.closeCell(toSpan(spans.pop() ?? {}));
        else if (name !== 'br') closeElement(lines, name);
        if (headings.has(name)) inHeading -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return lines.text();
}

function openElement(lines: TextLines, name: string): void {
  if (name === 'table') lines.openTable();
  else if (name === 'tr') lines.openRow();
  else if (name === 'td' || name === 'th') lines.openCell();
  else if (blocks.has(name) || headings.has(name)) lines.end();
}

function closeElement(lines: TextLines, name: string): void {
  const level = headings.get(name);
  if (level !== undefined) lines.endHeading(level);
  else if (name === 'table') lines.closeTable();
  else if (blocks.has(name)) lines.end();
}

function addPreformatted(lines: TextLines, text: string): void {
  const [first = '', ...rest] = text.split('\n');
  lines.add(first);
  for (const line of rest) {
    lines.end();
    lines.add(line);
  }
}

function hides(attributes: Attributes): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  if (attributes['role'] === 'navigation' || attributes['role'] === 'contentinfo') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes['style']?.slice(0, 2000) ?? '');
}

function toSpan(attributes: Attributes) {
  return { columns: Number(attributes['colspan'] ?? 1), rows: Number(attributes['rowspan'] ?? 1), continued: false };
}

/** The character encoding that a page declares in its first 1,024 bytes, as the HTML standard asks; UTF-8 when it declares none. */
export function declaredEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{1,40})/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
}
