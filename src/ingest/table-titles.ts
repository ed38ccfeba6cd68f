/** A Finnish passive verb that opens a measure's text: "Kehitetään", "Tuetaan". */
const openingVerb = /(?:^|\s)(\p{Lu}\p{Ll}+(?:taan|tään|daan|dään|laan|lään|naan|nään|raan|rään))(?=\s|$)/u;
const numbered = /^\([ivx]+\)\s+/i;

/** A measure cell split into the titles printed above its text. `numbered` titles, "(i) …", stand a level above the others. */
export type TitledText = { titles: { text: string; numbered: boolean }[]; text: string };

/**
 * Separates printed titles from a measure's text. A title is a first paragraph that does not end a sentence and does not begin with
 * a measure's verb, or the words before that verb when they stand in one paragraph with it.
 */
export function splitTitles(cell: string): TitledText {
  const [first = '', ...rest] = cell.split('\n');
  const verb = openingVerb.exec(first.slice(0, 300));
  if (verb === null && rest.length > 0 && isTitle(first)) return { titles: toTitles(first), text: rest.join('\n') };
  if (verb === null) return { titles: [], text: cell };
  const verbStart = verb.index + verb[0].length - (verb[1]?.length ?? 0);
  const item = /\([ivx]+\)\s+$/i.exec(first.slice(0, verbStart));
  const textStart = item ? item.index : verbStart;
  const before = first.slice(0, textStart).trim();
  if (!isTitle(before)) return { titles: [], text: cell };
  return { titles: toTitles(before), text: [first.slice(textStart), ...rest].join('\n') };
}

function isTitle(text: string): boolean {
  const words = text.replace(numbered, '');
  return /^\p{Lu}/u.test(words) && !/[.!?:;,]$/.test(words) && words.length <= 160;
}

/** "(i) Campaigns and pilots Talents and investors": a numbered title may be followed by one without a number. */
function toTitles(text: string): TitledText['titles'] {
  if (!numbered.test(text)) return [{ text, numbered: false }];
  const second = /(?<=\p{Ll}\s)\p{Lu}\p{Ll}+(?=[\s,])/u.exec(
    text.replace(numbered, (prefix) => ' '.repeat(prefix.length)),
  );
  const cut = second && second.index > 12 ? second.index : text.length;
  const titles = [{ text: text.slice(0, cut).trim(), numbered: true }];
  if (cut < text.length) titles.push({ text: text.slice(cut).trim(), numbered: false });
  return titles;
}

/** Titles of a goal's rows in reading order, as each row's group (a title over several rows) and heading (a title over one row). */
export function scopeTitles(
  rows: readonly TitledText[],
): { group: string | null; groupPrinted: boolean; heading: string | null }[] {
  const hasNumbered = rows.some((row) => row.titles.some((title) => title.numbered));
  const governing = (row: TitledText) => row.titles.find((title) => title.numbered === hasNumbered);
  const starts = rows.flatMap((row, index) => (governing(row) ? [index] : []));
  return rows.map((row, index) => {
    const start = starts.findLast((candidate) => candidate <= index);
    const next = starts.find((candidate) => candidate > index) ?? rows.length;
    const title = start === undefined ? undefined : governing(rows[start] ?? row);
    const own = hasNumbered ? (row.titles.find((candidate) => !candidate.numbered)?.text ?? null) : null;
    if (start === undefined || title === undefined) return { group: null, groupPrinted: false, heading: own };
    if (next - start > 1) return { group: title.text, groupPrinted: start === index, heading: own };
    return { group: null, groupPrinted: false, heading: own === null ? title.text : `${title.text} ${own}` };
  });
}
