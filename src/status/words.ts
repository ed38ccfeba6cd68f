import { foldWord } from '../domain/light.ts';

/** A word of a command. `folded` is without case, accents and the punctuation around it; `start` and `end` delimit it in the text. */
export type Word = { text: string; folded: string; quoted: boolean; start: number; end: number };

const lightSign = String.raw`[🟢🟩💚🟡🟨💛🔴🟥⚪⬜]\ufe0f?|:[a-z_]{3,30}:`;
/** A quotation, a Slack reference such as <@U1|name>, a coloured sign, or a run of other characters. */
const wordPattern = new RegExp(
  String.raw`["“”„«»]([^"“”„«»]*)["“”„«»]|<[^<>]{1,200}>|${lightSign}|(?:(?!${lightSign})[^\s"“”„«»<])+|\S`,
  'gu',
);

/** The words of a text in order. A quotation is one word, its `text` without the marks. Takes time linear in the text. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => {
    const [whole, quotation] = match;
    const quoted = quotation !== undefined;
    const start = match.index;
    return { text: quotation ?? whole, folded: fold(quotation ?? whole), quoted, start, end: start + whole.length };
  }).filter((word) => word.quoted || word.text !== '');
}

const longestWord = 40;

function fold(text: string): string {
  // No word of a command is longer; folding long ones would only cost time.
  if (text.length > longestWord) return text;
  const folded = foldWord(text);
  if (/^[<:]/.test(folded)) return folded;
  return folded.replace(/^[#(]+/, '').replace(/[,;:.!)]+$/, '');
}

const farthest = 3;

/**
 * How far apart two folded words are: letters added, left out, replaced or swapped with their neighbour. A replaced letter
 * counts 1.2, so that a missing one is the likelier slip. At most 3, also for words farther apart or longer than 40.
 */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) >= farthest || Math.max(a.length, b.length) > longestWord) return farthest;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1.2);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        replaced,
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        swapped ? (before[j - 2] ?? 0) + 1 : farthest,
      );
    }
    before = previous;
    previous = row;
  }
  return Math.min(farthest, previous[b.length] ?? farthest);
}

/** The candidate nearest to a folded word, if it is near enough to be meant: one slip in a short word, two in a longer one. */
export function nearest<T>(word: string, candidates: Iterable<readonly [string, T]>): T | null {
  if (word.length < 3) return null;
  let best: { distance: number; value: T } | null = null;
  for (const [candidate, value] of candidates) {
    const distance = editDistance(word, candidate);
    const allowed = Math.min(word.length, candidate.length) <= 4 ? 1.2 : 2.4;
    if (distance <= allowed && distance < (best?.distance ?? farthest)) best = { distance, value };
  }
  return best?.value ?? null;
}
