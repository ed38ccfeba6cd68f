/** The shortest quotation, in UTF-16 code units, that is taken for a pasted text rather than a title or a term. */
const shortestPaste = 25;
const quotation = /(^|[\s:(])(['"“”‘’»«])([^"“”»«]+?)(['"“”’»«])(?=[\s.,;:?!)]|$)/gu;

/**
 * The question without texts pasted into it in quotation marks: what a person pastes is no source and no part of what is asked.
 * The whole question when nothing asked would remain.
 */
export function withoutPastedText(question: string): string {
  const rest = question.replace(quotation, (whole, before: string, _open: string, words: string) =>
    words.length >= shortestPaste ? `${before} ` : whole,
  );
  const asked = rest.split(/(?<=[.!:])\s+/u).findLast((sentence) => sentence.includes('?'));
  if (rest === question) return question;
  return asked !== undefined && (asked.match(/\p{L}+/gu) ?? []).length >= 3 ? asked : question;
}
