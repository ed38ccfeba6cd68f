import type { Passage } from '../domain/passage.ts';

/** "puh. 044 …", "neuvonta@…": a line that gives only a number or an address and leaves whose it is to the line above. */
const onlyDetails =
  /^(?:(?:puh|puhelin|p|tfn|tel|telefon|phone|gsm|e-?mail|email|sähköposti|e-post|epost)[.:]?\s*)?(?:\+?\d[\d\s()–-]{5,}|[^\s@]+(?:@|\(at\))\S+)/iu;

export function isBareDetail({ role, text }: Passage): boolean {
  return role === 'contact' && onlyDetails.test(text);
}

/** The numbers and addresses that stand together with one of them, under the line that says whose they are. */
export function contactBlock(passage: Passage, passages: readonly Passage[]): Passage[] {
  const place = passages.indexOf(passage);
  const first = passages.findLastIndex((line, index) => index <= place && !isBareDetail(line));
  const label = passages[first];
  const after = passages.slice(first + 1);
  const end = after.findIndex((line) => !isBareDetail(line));
  const details = end === -1 ? after : after.slice(0, end);
  return label?.role === 'contact' ? [label, ...details] : details;
}
