/**
 * Advance widths of Inter SemiBold in em, rounded up to twentieths, so that measured text is never wider than drawn text
 * would be. Read from the font's own table (hmtx); a character that is not here counts as wide.
 */
const widths: readonly (readonly [number, string])[] = [
  [0.3, 'ijlI ’|'],
  [0.35, ".,:;'!·"],
  [0.4, 'frt()/'],
  [0.5, '1-–'],
  [0.55, 'sš"?”“'],
  [0.6, 'acekvxyzåäáàžéèFJL7'],
  [0.65, 'bdghnopquöüEP235689'],
  [0.7, 'BRSTZŠŽ04&+'],
  [0.75, 'ACDGHKUVXYÅÄÜ'],
  [0.8, 'NOQÖ'],
  [0.85, 'w'],
  [0.95, 'mM'],
];
const wide = 1.05;
const widthOf = new Map(widths.flatMap(([width, characters]) => Array.from(characters, (of) => [of, width] as const)));

/** The width of a text in pixels at a font size in pixels. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += widthOf.get(character) ?? wide;
  return em * size;
}

/** The text in at most so many lines of a width in pixels, the last with an ellipsis where something is left out. */
export function wrapText(text: string, size: number, width: number, lines: number): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const wrapped: string[] = [];
  let at = 0;
  while (at < words.length && wrapped.length < lines) {
    const last = wrapped.length === lines - 1;
    let taken = words[at] ?? '';
    at += 1;
    for (let next = words[at]; next !== undefined && textWidth(`${taken} ${next}`, size) <= width; next = words[at]) {
      taken = `${taken} ${next}`;
      at += 1;
    }
    wrapped.push(
      last && at < words.length ? cutText(`${taken} ${words[at] ?? ''}`, size, width) : cutText(taken, size, width),
    );
  }
  return wrapped;
}

/** The text, cut with an ellipsis where it is wider than a width in pixels. */
export function cutText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
