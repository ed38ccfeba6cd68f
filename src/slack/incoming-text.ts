import { unescapeMrkdwn } from './plain-text.ts';

/**
 * A message as its writer wrote it: without Slack's markup for people, channels and links, and without the words that call
 * Valo. Linear in the length of the text.
 */
export function questionText(text: string, botUser: string): string {
  const plain = text.replace(/<([^<>]{1,3000})>/g, (_whole, inner: string) => markupWords(inner, botUser));
  return unescapeMrkdwn(plain).replace(/\s+/g, ' ').trim();
}

/** True for a message that begins by speaking to somebody else. */
export function speaksToSomebodyElse(text: string, botUser: string): boolean {
  const first = /^\s*<@([A-Z0-9]+)(?:\|[^<>]{0,200})?>/.exec(text);
  return first !== null && first[1] !== botUser;
}

function markupWords(inner: string, botUser: string): string {
  const [address = '', label] = inner.split('|', 2);
  if (address === `@${botUser}`) return ' ';
  if (label !== undefined && label !== '') return address.startsWith('#') ? `#${label}` : label;
  return /^[@#!]/.test(address) ? ' ' : address;
}
