import { lacksProperty } from './asked-property.ts';
import type { Composing } from './draft.ts';
import { mentionsIntent } from './intents.ts';
import { isLight } from './light-words.ts';
import { type Ranked, readTitles } from './rank.ts';
import { scoreSentences } from './select-sentences.ts';
import type { Group } from './groups.ts';

/** Where something is stands in any sentence, not in contact lines alone. */
const streetAddress = /(?<![\p{L}-])(?:osoit\p{L}+|adress\p{L}*|address)/iu;

/** A contact line of the asked city that names the person or body asked for. */
export function givesContact(composing: Composing, { unit, levels }: Ranked): boolean {
  const { groups, places } = composing.question;
  if (unit.content.kind !== 'article' || (places.length > 0 && !unit.cities.some((city) => places.includes(city))))
    return false;
  const asksAddress = streetAddress.test(composing.question.text);
  const lines = unit.content.passages.filter(
    ({ role, text }) => role === 'contact' || (asksAddress && !lacksProperty(composing.question.text, text)),
  );
  const asked = groups.flatMap((group, index) =>
    ['name', 'body', 'topic', 'post'].includes(group.role) && !saysContact(composing.question, group) ? [index] : [],
  );
  const titled = readTitles(composing, unit);
  const known = groups.map(({ role }, index) =>
    role === 'name' || role === 'body' ? Math.max(titled[index] ?? 0, role === 'name' ? (levels[index] ?? 0) : 0) : 0,
  );
  const weights = groups.map((group) => composing.base.weigh(group));
  return (
    asked.length > 0 &&
    scoreSentences(composing, lines).some(({ inContext }) => {
      const held = asked.map((index) => Math.max(inContext[index] ?? 0, known[index] ?? 0));
      const total = asked.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
      const share = asked.reduce((sum, index, at) => sum + (held[at] ?? 0) * (weights[index] ?? 0), 0);
      const strict = asked.every((index, at) => groups[index]?.role === 'topic' || (held[at] ?? 0) >= 0.8);
      return strict && share >= enoughOfContact * total;
    })
  );
}

/** The share of what is asked that a contact line and its title must say; names and bodies they must say in full. */
const enoughOfContact = 0.6;

/** Words that only ask for the contact. */
function saysContact(question: Composing['question'], group: Group): boolean {
  return mentionsIntent('contact', group.surface) || isLight(question, group);
}
