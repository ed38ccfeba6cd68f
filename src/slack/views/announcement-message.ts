import type { Announcement, AnnouncedChange } from '../../status/announcer.ts';
import { countForm } from '../../texts/texts.ts';
import { commentQuote, lightWords, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { bold, fill, fillText, italic, line, person, richText } from './rich-text.ts';

/** Changes shown one by one; the rest is counted. */
const shownChanges = 15;

/** What one person has changed, for a channel: without buttons, as only the author may take it back. */
export function buildAnnouncementMessage({ actor, changes }: Announcement, view: ViewLanguage): SlackMessage {
  const texts = view.texts.files.announced;
  const more = changes.length - shownChanges;
  return toMessage([
    richText(line(actor === null ? texts.somebody : fill(texts.changes, { who: person(actor) }))),
    ...changes.slice(0, shownChanges).map((change) => richText(...changeParts(change, view))),
    ...(more > 0 ? [richText(line(italic(fillText(countForm(texts.more, more), { count: more }))))] : []),
  ]);
}

function changeParts({ target, state, from, to, comment }: AnnouncedChange, view: ViewLanguage) {
  const words = fillText(view.texts.files.announced[state], {
    from: lightWords(from, view),
    to: lightWords(to, view),
  });
  return [
    line(bold(targetTitle(target, view))),
    line(words),
    ...(comment === null || state !== 'set' ? [] : [commentQuote(comment)]),
  ];
}
