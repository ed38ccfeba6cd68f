import { foldWord } from '../../retrieval/analysis.ts';
import type { Group, GroupRole } from '../groups.ts';
import type { Understanding } from '../understand.ts';
import { compileWords } from '../word-patterns.ts';
import { isCommon } from './common-words.ts';
import { isLight } from './light-words.ts';
import type { Reading } from './reading.ts';
import { readValues } from './values.ts';

/** The share of the words with content that the evidence must hold in some form or language, 0 to 1; tuned on right paraphrases. */
const enoughSupport = 0.6;
/** A word held less than this is not held. */
const enoughHeld = 0.3;

/** Names, places and bodies are looked at apart, and so are figures and dates. */
const contentRoles: ReadonlySet<GroupRole> = new Set<GroupRole>(['topic', 'verb', 'post', 'asking']);

/** Colours are only ever those that owners post: a document has lost its own, and a model is told of none. */
const colours = compileWords({
  fi: 'vihreä* | keltai* | punai* | harmaa* | liikennevalo* | valo | valot | valoa',
  sv: 'grön* | gul | gult | gula | röd* | grå* | trafikljus* | ljus | ljuset',
  en: 'green | yellow | red | grey | gray | amber | traffic light* | light | lights',
});

/** Why a sentence claims something that its evidence does not say in whatever words; null when it does not. */
export function unsupported(said: Understanding, reading: Reading): 'light' | 'unsupported' | null {
  if (colours.test(said.text.toLowerCase()) && !reading.own.some(({ text }) => colours.test(text.toLowerCase())))
    return 'light';
  const content = contentOf(said);
  const held = content.filter((group) => reading.levelOf(group) >= enoughHeld).length;
  return content.length > 0 && held / content.length < enoughSupport ? 'unsupported' : null;
}

/** The words of a sentence that claim something: those that neither only link others nor are part of a figure or date. */
function contentOf({ groups, text, tokens }: Understanding): Group[] {
  const values = readValues(text);
  return groups.filter(({ role, surface, from }) => {
    if (!contentRoles.has(role)) return false;
    const folded = surface.split(/\s+/u).map(foldWord).join(' ');
    if (isLight(folded) || folded.split(' ').every(isCommon)) return false;
    const at = tokens.find(({ position }) => position === from)?.start ?? 0;
    return !values.some(({ start, end }) => at >= start && at < end);
  });
}
