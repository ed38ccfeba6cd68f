import type { RichTextSection } from '@slack/types';
import type { StatusOutcome } from '../../status/outcome.ts';
import { ownersToAsk } from '../owners-to-ask.ts';
import { actorWords, instantWords, lightWords, targetNumber, type ViewLanguage } from './light-words.ts';
import { fill, join, line, person } from './rich-text.ts';

/**
 * The light and the roles of what an answer is about. `asked`: the question is about the light, so that a missing one is
 * said to be missing.
 */
export type AnswerLight = Pick<Extract<StatusOutcome, { kind: 'shown' }>, 'target' | 'posted' | 'stale' | 'roles'> & {
  asked: boolean;
};

/** The posted light with its word, who set it and when; nothing where none is posted and none was asked for. */
export function postedLightLines({ target, posted, stale, asked }: AnswerLight, view: ViewLanguage): RichTextSection[] {
  const { slack, lights } = view.texts;
  const named = targetNumber(target, view);
  if (posted === null) return asked ? [line(fill(slack.lightNotPosted, { target: named }))] : [];
  const light = lightWords(posted.light, view);
  const by = { who: actorWords(posted.actor, view), when: instantWords(posted.at, view) };
  return [line(fill(slack.lightPosted, { target: named, light, ...by })), ...(stale ? [line(lights.shown.stale)] : [])];
}

/** Whom to ask for more; nothing where nobody is named. */
export function ownerLines({ roles }: AnswerLight, { texts }: ViewLanguage): RichTextSection[] {
  const owners = ownersToAsk(roles, null);
  return owners.length === 0 ? [] : [line(fill(texts.slack.askOwner, { people: join(owners.map(person), ', ') }))];
}
