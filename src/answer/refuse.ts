import { answersIn } from '../texts/answers/answers.ts';
import { shortTitle } from './compose-measure.ts';
import type { Ranked } from './rank.ts';
import type { Unit } from './units.ts';
import { wholeCountry } from '../domain/event.ts';
import { scoreSentences } from './select-sentences.ts';
import { type Composing, type Draft, emptyDraft, inLanguage } from './draft.ts';

/** Below this coverage the nearest unit is too far off to be worth naming. */
const worthNaming = 0.35;

/**
 * Refuses in one of three kinds: another city than the asked one, a subject that the documents speak of without saying this, or nothing
 * found; with the nearest thing known, and never with a source that does not answer.
 */
export function refuse(composing: Composing, ranked: readonly Ranked[]): Draft {
  const texts = answersIn(composing.language);
  const { question } = composing;
  const [nearest] = ranked;
  if (!nearest || nearest.coverage < worthNaming) return emptyDraft('not_found', texts.notFound);
  const about = nameOf(composing, nearest.unit);
  const [asked] = question.places;
  const [city = ''] = nearest.unit.cities;
  const elsewhere = asked !== undefined && !nearest.unit.cities.some((known) => question.places.includes(known));
  const covers = question.groups.some(
    (group, index) => group.role !== 'place' && group.role !== 'asking' && (nearest.levels[index] ?? 0) >= 0.8,
  );
  // A figure of another city would be taken for the asked one's: the document is named, not what it says.
  if (elsewhere && covers)
    return {
      ...emptyDraft('other_city', otherCity(composing, asked, city)),
      next: [texts.nearest(titleOf(composing, nearest.unit) ?? about)],
    };
  const draft = emptyDraft(covers ? 'not_stated' : 'not_found', covers ? texts.notStated(about) : texts.notFound);
  if (nearest.unit.content.kind === 'measure')
    draft.targets = [{ programme: nearest.unit.content.programme.id, id: nearest.unit.content.measure.id }];
  return draft;
}

/** Says that `asked` is not known and what place, both by their Finnish names, the nearest thing is about. */
export function otherCity(composing: Composing, asked: string, known: string): string {
  const nameOfKnown = known === wholeCountry ? null : placeName(composing, known);
  return answersIn(composing.language).otherCity(placeName(composing, asked), nameOfKnown);
}

/** A municipality's name in the answer's language, from its Finnish name. */
export function placeName({ base, language }: Composing, city: string): string {
  return (
    base.catalogue.terms.find((term) => term.area === 'municipalities' && term.fi[0] === city)?.[language][0] ?? city
  );
}

/** What a unit is called in the answer's language. */
export function nameOf(composing: Composing, unit: Unit): string {
  const { content } = unit;
  const { language } = composing;
  switch (content.kind) {
    case 'measure':
      return `${content.measure.id} ${shortTitle(composing, content.programme.id, content.measure.id) ?? content.measure.heading ?? ''}`.trim();
    case 'goal':
      return `${content.goal.id} ${shortTitle(composing, content.programme.id, content.goal.id) ?? content.goal.title}`;
    case 'fact':
      return content.person.name;
    case 'event':
      return content.event.name[language];
    case 'glossary':
      return content.entry.names[language];
    case 'article': {
      const [sentence] = scoreSentences(composing, content.passages);
      return sentence ? trimmed(inLanguage(sentence.passage, language)) : '';
    }
  }
}

function titleOf({ language }: Composing, { content }: Unit): string | null {
  const title = content.kind === 'article' ? content.passages.find(({ role }) => role === 'title') : undefined;
  return title ? trimmed(inLanguage(title, language)) : null;
}

function trimmed(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120).replace(/\s+\S*$/, '')} …`;
}
