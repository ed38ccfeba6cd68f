import { asWritten, foldLetters } from './localize.ts';
import type { PersonFact } from '../../domain/people.ts';
import type { Candidate, Line } from './reading.ts';

/** A way to reach a person, with the line that gives it. */
export type Contact = { person: Candidate; fact: PersonFact };

const phone = /(?<![\p{L}\d.,+])(?:\+\d{1,3}[\s-]?(?:\(0\)\s?)?|0)\d{1,3}(?:[\s-]?\d{2,4}){1,4}(?![\d.,]?\d)/gu;
const email = /([\w.+-]{2,64})\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/giu;
/** Lines after a name over which its block of contact details may run. */
const longestBlock = 6;
const digitsOfPhone = [7, 14] as const;

/**
 * Telephone numbers and e-mail addresses of named people. A number belongs to the name on its line or to the last name above it within the block;
 * an address only to the person whose name it is made of, so that a shared mailbox is nobody's.
 */
export function findContacts(lines: readonly Line[], people: readonly Candidate[]): Contact[] {
  const contacts: Contact[] = [];
  let block: { person: Candidate; left: number } | null = null;
  for (const line of lines) {
    const named = line.mentions.filter(({ full, person }) => full && people.includes(person));
    const isBlockLine = line.passage.role === 'contact' || line.passage.role === 'heading' || line.text.length < 90;
    const [owner] = named;
    if (owner && named.every(({ person }) => person === owner.person) && isBlockLine)
      block = { person: owner.person, left: longestBlock };
    else if (
      line.text.length >= 90 ||
      line.mentions.some(({ person, full }) => full && !people.includes(person)) ||
      isOffice(line.text)
    )
      block = null;
    contacts.push(...addressesIn(line, people));
    const holder: Candidate | null =
      owner && !isBlockLine && named.length === 1 ? owner.person : (block?.person ?? null);
    if (holder) contacts.push(...numbersIn(line, holder));
    if (block) block = block.left > 0 ? { person: block.person, left: block.left - 1 } : null;
  }
  return contacts;
}

/** A switchboard or a service's own number ends the block of the name above it. */
function isOffice(text: string): boolean {
  return /^(?:vaihde|asiakaspalvelu|neuvonta|puhelinvaihde|växel|kundservice|kundtjänst|rådgivning|switchboard|customer service|helpline|info)/iu.test(
    text,
  );
}

function addressesIn(line: Line, people: readonly Candidate[]): Contact[] {
  return [...line.text.matchAll(email)].flatMap((match): Contact[] => {
    const local = foldLetters(match[1] ?? '');
    const person = people.find((candidate) => isMadeOf(local, candidate));
    if (!person) return [];
    return [{ person, fact: contactFact('email', match[0], line) }];
  });
}

/** "maria.soderblom-ek", "msoderblom-ek" and "anh.nguyen": an address made of the parts of a name. */
function isMadeOf(local: string, { name, given, surname }: Candidate): boolean {
  const last = foldLetters(surname);
  const first = foldLetters(given.split(' ')[0] ?? '');
  if (local.includes(last) && local.startsWith(first.charAt(0))) return true;
  const parts = local.split(/[._]/u);
  const own = foldLetters(name).split(' ');
  return parts.length > 1 && parts.every((part) => own.includes(part));
}

function numbersIn(line: Line, person: Candidate): Contact[] {
  return [...line.text.matchAll(phone)].flatMap((match): Contact[] => {
    const digits = match[0].replace(/\D/gu, '').length;
    if (digits < digitsOfPhone[0] || digits > digitsOfPhone[1]) return [];
    return [{ person, fact: contactFact('phone', match[0].trim(), line) }];
  });
}

function contactFact(attribute: 'phone' | 'email', value: string, line: Line): PersonFact {
  return { attribute, value: asWritten(value), evidence: { source: line.passage.source, quote: line.passage.text } };
}
