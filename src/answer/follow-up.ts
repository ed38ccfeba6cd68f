import type { Subject } from './answer.ts';
import { mentionsIntent } from './intents.ts';
import type { Understand, Understanding } from './understand.ts';
import { compileWords } from './word-patterns.ts';

const goesOn = compileWords({
  fi: 'entä | entäs | ja | mutta | hän | hänen | hänellä | hänet | se | sen | siitä | siinä | niistä | niiden | ne | he | heidän | sama | samasta | siellä',
  sv: 'och | men | hon | han | hennes | hans | henne | honom | den | det | dess | de | deras | samma | där | sen | då',
  en: 'and | but | he | she | his | her | him | it | its | they | their | them | that | there | same | what about | how about',
});
const mostWords = 8;

/**
 * A question read with what its thread was about: "and when?" keeps the subject and asks something new of it, "entä Vaasassa?" asks the
 * same of another place. A question that stands by itself is returned as it is.
 */
export function continueThread(
  asked: Understanding,
  subject: Subject | undefined,
  understand: Understand,
): Understanding {
  if (!subject || !leansOn(asked)) return asked;
  const before = understand(subject.question, subject.language);
  const ownPlace = asked.groups.some(({ role }) => role === 'place');
  const ownPerson = asked.people.length > 0;
  const kept = before.groups.filter(
    ({ role }) =>
      role !== 'asking' && role !== 'verb' && !(role === 'place' && ownPlace) && !(role === 'name' && ownPerson),
  );
  const [target] = subject.targets;
  const sameTarget = target !== undefined && !ownPlace && asked.targetIds.length === 0 && contentOf(asked).length === 0;
  return {
    ...asked,
    intents: asked.intents.size > 0 && !onlyLists(asked) ? asked.intents : before.intents,
    groups: [...kept, ...asked.groups],
    people: ownPerson ? asked.people : before.people,
    places: ownPlace ? asked.places : before.places,
    years: asked.years.length > 0 ? asked.years : before.years,
    focus: asked.focus.length > 0 ? asked.focus : before.focus,
    targetIds: sameTarget ? [{ id: target.id, prefix: target.programme }] : asked.targetIds,
  };
}

/** A later part of a text with what its first part is about, unless it names a thing of its own. */
export function withSubjectOf(part: Understanding, first: Understanding): Understanding {
  if (part.people.length > 0 || part.groups.some(({ role }) => role === 'body' || role === 'post')) return part;
  const things = first.groups.filter(({ role }) => role !== 'asking' && role !== 'verb');
  const ownPlace = part.places.length > 0;
  return {
    ...part,
    groups: [...things.filter(({ role }) => role !== 'place' || !ownPlace), ...part.groups],
    people: first.people,
    places: ownPlace ? part.places : first.places,
    targetIds: part.targetIds.length > 0 ? part.targetIds : first.targetIds,
  };
}

/** Short and begun with "and", or with a pronoun for its subject, or asking without saying of what. */
function leansOn(asked: Understanding): boolean {
  const words = asked.tokens.filter(({ kind }) => kind !== 'derived');
  if (words.length > mostWords || asked.people.length > 1) return false;
  const content = contentOf(asked);
  if (content.length === 0) return asked.intents.size > 0 || asked.groups.some(({ role }) => role === 'place');
  return goesOn.test(asked.text.toLowerCase()) && content.length <= 2;
}

/** What a question is about by itself; words that only carry its intents ("colour", "education") are not. */
function contentOf({ groups, intents }: Understanding): Understanding['groups'] {
  const asks = (surface: string) =>
    [...intents].some((intent) => intent !== 'yesNo' && mentionsIntent(intent, surface));
  return groups.filter(
    ({ role, surface }) => ['topic', 'body', 'name', 'post'].includes(role) && !(role === 'topic' && asks(surface)),
  );
}

function onlyLists({ intents }: Understanding): boolean {
  return [...intents].every((intent) => intent === 'list' || intent === 'define');
}
