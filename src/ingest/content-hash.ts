import { createHash } from 'node:crypto';

/** The key of a text's translations and index entry: the first 16 hexadecimal digits of the SHA-256 of its NFC form. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 16);
}

/** Tags removed and white space folded; words and punctuation stay as they are. */
export function plainText(markup: string): string {
  return markup
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
