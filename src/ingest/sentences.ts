/** Abbreviations whose full stop does not end a sentence, in the three languages of the documents. */
const abbreviations = new Set(
  (
    'n v mm esim ml ko yht lyh erit ns eli klo kpl puh nro s ks vrt vs jne tms em huom tri ' +
    'bl a d v s t ex o dyl tf tel nr st ca kl resp fr fil mag ' +
    'e g i e no dr mr mrs ms prof st approx incl tel'
  ).split(' '),
);

/** The marks of Markdown's emphasis may stand around a sentence. "(Lähde: …)" ends one without a full stop. */
const boundary =
  /(?:[.!?…]+["”’»)\]*_]*|\((?:Lähde|Källa|Source):[^()]{1,200}\))\s+(?=[*_]{0,3}["“”»([–—-]?\s?[\p{Lu}\p{N}(])/gu;

/** A stretch of a text: start inclusive, end exclusive, in UTF-16 code units. */
export type Stretch = { start: number; end: number };

/**
 * Sentences of one paragraph in reading order, without the white space between them. Full stops of abbreviations, initials and
 * ordinal numbers before a lower-case word do not end a sentence. Linear in the length of the text.
 */
export function splitSentences(paragraph: string): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(boundary)) {
    if (match[0].startsWith('.') && endsInAbbreviation(paragraph, start, match.index)) continue;
    const end = match.index + match[0].trimEnd().length;
    stretches.push({ start, end });
    start = match.index + match[0].length;
  }
  const end = paragraph.trimEnd().length;
  if (end > start) stretches.push({ start, end });
  return stretches;
}

function endsInAbbreviation(text: string, sentenceStart: number, stop: number): boolean {
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(sentenceStart, stop - 24), stop))?.[0] ?? '';
  const last = word.split('.').at(-1)?.toLowerCase() ?? '';
  return abbreviations.has(last) || /^\p{Lu}$/u.test(word);
}
