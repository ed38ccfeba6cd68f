import type { RichTextElement } from '@slack/types';
import type { Language } from '../../domain/language.ts';
import { type Light, lightEmoji } from '../../domain/light.ts';
import type { TargetLabel } from '../../status/outcome.ts';
import { formatInstant } from '../../texts/dates.ts';
import type { Texts } from '../../texts/fi.ts';
import { bold, code, cut, fillText, person, quote, type Words } from './rich-text.ts';

/** In which language a view speaks, and with which texts. */
export type ViewLanguage = { language: Language; texts: Texts };

/** The longest comment a person's message shows in full; the history keeps all of it. */
const commentLength = 600;
const nameLength = 140;

/** The light as emoji and word: never one without the other. Null is "no light". */
export function lightWords(light: Light | null, { texts }: ViewLanguage): string {
  if (light === null) return `${texts.lights.noneEmoji} ${texts.lights.light.none}`;
  return `${lightEmoji[light]} ${texts.lights.light[light]}`;
}

/** "Goal 5", "Measure 4.3" in the view's language; "Goal hki 5" where a bare number would mean another programme's. */
export function targetNumber(target: TargetLabel, { texts }: ViewLanguage): string {
  const prefixed = target.label.includes(' ') ? target.label : target.target.id;
  return fillText(texts.lights.target[target.kind], { id: prefixed });
}

/** Number and name: "Goal 5: The city's services find the employers". */
export function targetTitle(target: TargetLabel, view: ViewLanguage): string {
  return `${targetNumber(target, view)}: ${cut(target.names[view.language], nameLength)}`;
}

/** Who did it; null is somebody who asked to be forgotten. */
export function actorWords(actor: string | null, { texts }: ViewLanguage): RichTextElement {
  return actor === null ? { type: 'text', text: texts.lights.somebodyForgotten } : person(actor);
}

export function instantWords(at: string, { language }: ViewLanguage): string {
  return formatInstant(at, language);
}

/** A command as a person types it, in code type. */
export function commandWords(afterSlash: string): RichTextElement {
  return code(`/lv ${afterSlash}`);
}

export function commentQuote(comment: string) {
  return quote(cut(comment, commentLength));
}

export function heading(words: string): Words {
  return bold(words);
}

/** A word of the user's own, in quotation marks. */
export function quotedWord(word: string, { texts }: ViewLanguage): string {
  return fillText(texts.lights.quoted, { word: cut(word, 80) });
}
