import type { Composing } from './draft.ts';
import type { Ranked } from './rank.ts';
import type { ScoredSentence } from './select-sentences.ts';
import type { Group } from './groups.ts';
import { compileWords } from './word-patterns.ts';

/** The body whose person is asked for is held at least this well. */
const enough = 0.5;

/**
 * True when the question asks who within a body does something, or who leads a body's part of a whole, and the evidence names no person
 * beside that body: that the body itself does it is no answer.
 */
export function lacksPersonWithin(
  composing: Composing,
  { unit: { content }, levels }: Ranked,
  sentences: readonly ScoredSentence[] | null,
): boolean {
  const { question, base } = composing;
  const body = bodyWithin(question);
  if (!body) return false;
  const index = question.groups.indexOf(body);
  if (content.kind === 'fact') return (levels[index] ?? 0) < enough;
  if (content.kind === 'measure' && leadsByUnit(composing, content.measure.responsible.leads)) return false;
  return !sentences?.some(
    ({ passage, inContext }) =>
      (inContext[index] ?? 0) >= enough &&
      (passage.speaker !== null || base.understandPassage(passage).people.length > 0),
  );
}

/** The body of "who at the college …", or of "who leads the college's part"; undefined where no person of a body is asked for. */
export function bodyWithin({ text, groups, intents }: Composing['question']): Group | undefined {
  if (!intents.has('who') || intents.has('yesNo')) return undefined;
  if (ofPart.test(text.toLowerCase())) return groups.find(isBody) ?? groups.find(({ role }) => role === 'topic');
  const within = whoWithin.exec(text.normalize('NFC'))?.groups?.['body'];
  return within === undefined ? undefined : groups.find((group) => isBody(group) && group.surface.startsWith(within));
}

function isBody({ role, surface }: Group): boolean {
  return role === 'body' || role === 'name' || (role === 'topic' && /^\p{Lu}/u.test(surface));
}

/** "Vem på Luckan", "who at Riveria", "kuka Edukossa", "kuka Multi-Culti ry:ssä". */
const whoWithin =
  /^(?:Vem|Who|vem|who)\s(?:på|vid|hos|i|inom|at|in|from|within)\s(?:the\s)?(?<body>\p{Lu}[\p{L}-]+)|^(?:Kuka|kuka)\s(?<body>\p{Lu}[\p{L}-]+)(?:(?<=ss[aä]|ll[aä]|st[aä]|lt[aä])|(?:\s\p{L}+)?:?(?:ss[aä]|st[aä]|ll[aä]|lt[aä]))(?!\p{L})/u;

const ofPart = compileWords({
  fi: 'johtaa … osuutta | vetää … osuutta | johtaa … osahanketta | vetää … osahanketta | vastaa … osuudesta | vastaa … osahankkeesta',
  sv: 'leder … del av | drar … del av | ansvarar för … del av | leder … delprojekt | leder … andel av',
  en: 'leads … part of | leads … part in | leads … share of | runs … part of | heads … part of | responsible for … part of',
});

/** A department that is responsible is somebody within its organisation. */
function leadsByUnit({ base, language }: Composing, leads: readonly string[]): boolean {
  return leads.some((lead) => {
    const names = base.catalogue.organisations.find(({ id }) => id === lead)?.name;
    return unit.test(`${names?.fi ?? lead} ${names?.[language] ?? ''}`.toLowerCase());
  });
}

const unit = /(?:osasto|yksikkö|toimiala|palvelualue|tiimi|avdelning|enhet|sektor|department|division|unit|team)/u;
