/** A run of characters on a page. Positions and sizes are in points, with `y` growing upwards. */
export type PdfItem = { text: string; x: number; y: number; width: number; size: number };

type Line = { text: string; x: number; right: number; y: number; size: number; page: number };

const endsSentence = /[.!?:…]["”’»)\]]*$/u;
const listMark = /^(?:[•▪‣●○◦–—*-]\s|\([ivx\d]{1,4}\)\s|\d{1,2}[.)]\s)/u;
/** Words before which a hyphen is a suspended compound: "elinkeino- ja viestintäosastot". */
const joiningWord = /^(?:ja|tai|sekä|eikä|och|eller|samt|and|or)\b/u;

/**
 * The text of a PDF's pages: lines joined into paragraphs by their distance and size, words divided at a line's end made whole, larger
 * lines marked as headings ("## …"), and lines that repeat at the top or foot of most pages left out.
 */
export function pagesToText(pages: readonly (readonly PdfItem[])[]): string {
  const lines = withoutRunningHeads(pages.map((items, page) => toLines(items, page))).flat();
  const leading = median(lines.flatMap((line, index) => leadingAfter(line, lines[index + 1])));
  const body = bodySize(lines);
  const paragraphs: { text: string; last: Line; heading: boolean }[] = [];
  const words = wordSet(lines);
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const heading = line.size > body * 1.12 && line.text.length <= 160 && !listMark.test(line.text);
    if (open && open.heading === heading && continues(open.last, line, leading, heading)) {
      open.text = joinLines(open.text, line.text, words);
      open.last = line;
    } else paragraphs.push({ text: line.text, last: line, heading });
  }
  return paragraphs.map(({ text, heading }) => (heading ? `## ${text}` : text)).join('\n');
}

function toLines(items: readonly PdfItem[], page: number): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    if (item.text.trim() === '') continue;
    const line = lines.at(-1);
    const size = item.size > 0 ? item.size : (line?.size ?? 10);
    if (line && Math.abs(line.y - item.y) < 0.45 * Math.max(size, line.size) && item.x >= line.right - size) {
      const gap = item.x - line.right;
      line.text += (gap > 2 * size ? '\t' : gap > 0.12 * size ? ' ' : '') + item.text;
      line.right = Math.max(line.right, item.x + item.width);
      line.size = Math.max(line.size, size);
    } else lines.push({ text: item.text, x: item.x, right: item.x + item.width, y: item.y, size, page });
  }
  return lines.map((line) => ({ ...line, text: tidy(line.text) })).filter(({ text }) => text !== '');
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00ad(?=.)/g, '')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .trim();
}

/** Without the lines that stand first or last on more than half of three or more pages, their numbers aside. */
function withoutRunningHeads(pages: readonly Line[][]): Line[][] {
  if (pages.length < 3) return [...pages];
  const key = (line: Line | undefined) => line?.text.replace(/\d+/g, '#') ?? '';
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const edge of new Set([key(page[0]), key(page.at(-1))])) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  const repeats = (line: Line | undefined) => (counts.get(key(line)) ?? 0) > pages.length / 2;
  return pages.map((page) => {
    const first = repeats(page[0]) ? 1 : 0;
    const last = page.length > first && repeats(page.at(-1)) ? page.length - 1 : page.length;
    return page.slice(first, last);
  });
}

function leadingAfter(line: Line, next: Line | undefined): number[] {
  if (!next || next.page !== line.page || next.y >= line.y) return [];
  return [(line.y - next.y) / line.size];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1.2;
}

/** The size in which most characters are set. */
function bodySize(lines: readonly Line[]): number {
  const characters = new Map<number, number>();
  for (const { text, size } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0])[0];
}

function continues(last: Line, line: Line, leading: number, heading: boolean): boolean {
  if (listMark.test(line.text) || line.text.includes('\t') || last.text.includes('\t')) return false;
  if (Math.abs(last.size - line.size) > 0.12 * last.size) return false;
  const newColumn = last.page !== line.page || line.y >= last.y;
  if (newColumn) return !heading && !endsSentence.test(last.text) && /^\p{Ll}/u.test(line.text);
  return last.y - line.y <= 1.25 * Math.min(leading, 1.6) * last.size;
}

function wordSet(lines: readonly Line[]): Set<string> {
  return new Set(
    lines.flatMap(({ text }) =>
      text
        .toLowerCase()
        .split(/[^\p{L}\d-]+/u)
        .slice(0, -1),
    ),
  );
}

/** A word divided with a hyphen is made whole; the hyphen of a compound stays where the document shows it or two like vowels meet. */
function joinLines(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const head = /(\p{L}{1,60})-$/u.exec(text.slice(-61))?.[1];
  if (head === undefined || joiningWord.test(next)) return `${text} ${next}`;
  if (!/^\p{Ll}/u.test(next)) return text + next;
  const tail = /^[\p{L}-]{1,60}/u.exec(next)?.[0] ?? '';
  const hyphenated = `${head}-${tail}`.toLowerCase();
  const likeVowels = /[aeiouyäö]/iu.test(head.at(-1) ?? '') && head.at(-1)?.toLowerCase() === tail[0]?.toLowerCase();
  const keep = words.has(hyphenated) || (likeVowels && !words.has(hyphenated.replace('-', '')));
  return (keep ? text : text.slice(0, -1)) + next;
}
