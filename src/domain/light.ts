import { z } from 'zod';

/** The four lights, from best to not begun. */
export const lights = ['green', 'yellow', 'red', 'grey'] as const;
export const lightSchema = z.enum(lights);
export type Light = z.infer<typeof lightSchema>;

/** Always shown with its word, never alone. */
export const lightEmoji: Readonly<Record<Light, string>> = { green: '🟢', yellow: '🟡', red: '🔴', grey: '⚪' };

/** A goal or measure that can carry a light: the programme's id and the goal's or measure's id within it. */
export const targetSchema = z.object({ programme: z.string().min(1), id: z.string().min(1) });
export type Target = z.infer<typeof targetSchema>;

/** The target as one string: "helsinki:4.3". */
export function targetKey(target: Target): string {
  return `${target.programme}:${target.id}`;
}

/** The goal that a target belongs to: itself for a goal, "4" for "4.3". */
export function goalOf(target: Target): Target {
  return { programme: target.programme, id: target.id.split('.')[0] ?? target.id };
}

/** A word as command words are compared: lower case, without the marks of ä, ö and å. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\ufe0e\ufe0f]/g, '')
    .toLowerCase();
}

/** The usual wordings of each light in three languages, folded; other forms than these are recognised too. */
export const lightWords: Readonly<Record<Light, readonly string[]>> = {
  green: ['green', 'vihrea', 'gron'],
  yellow: ['yellow', 'keltainen', 'gul'],
  red: ['red', 'punainen', 'rod'],
  grey: ['grey', 'gray', 'harmaa', 'gra'],
};

/** Finnish case endings of vihreä and harmaa, and of adjectives in -nen after their "s". */
const vowelEndings = '(?:t?a|n|ksi|na|l[lt]a|lle|s[st]a|(?:se)?en|an|t)?';
const nenEndings = 'e(?:n|ksi|na|l[lt]a|lle|s[st]a|en|t)|ia|ta';

const lightForms: readonly (readonly [Light, RegExp])[] = [
  ['green', new RegExp(`^(?:green|grn|vihr?|vihrea${vowelEndings}|vihreita|gron[ta]?)$`)],
  ['yellow', new RegExp(`^(?:yel|yellow|amber|kelt?|keltai(?:nen|s(?:${nenEndings}))|gul[ta]?)$`)],
  ['red', new RegExp(`^(?:red|puna?|punai(?:nen|s(?:${nenEndings}))|rod|roda|rott)$`)],
  ['grey', new RegExp(`^(?:gr[ea]y|harmaa${vowelEndings}|harmaita|gra|graa|gratt)$`)],
];

const lightSymbols: readonly (readonly [Light, RegExp])[] = [
  ['green', /^(?:[🟢🟩💚]|:(?:large_)?green_(?:circle|square|heart):)$/u],
  ['yellow', /^(?:[🟡🟨💛]|:(?:large_)?yellow_(?:circle|square|heart):)$/u],
  ['red', /^(?:[🔴🟥]|:(?:large_)?red_(?:circle|square):)$/u],
  ['grey', /^(?:[⚪⬜]|:(?:white_circle|white_large_square):)$/u],
];

const longestLightWord = 30;

/** The light that a word names in Finnish, Swedish or English, inflected, abbreviated or as an emoji; null for any other word. */
export function lightOf(word: string): Light | null {
  if (word.length > longestLightWord) return null;
  const folded = foldWord(word);
  const forms = [...lightSymbols, ...lightForms].find(([, form]) => form.test(folded));
  return forms?.[0] ?? null;
}

/** From what needs most attention to what needs least. */
export const worstFirst = ['red', 'yellow', 'grey', 'green'] as const satisfies readonly Light[];

/** True when `light` stands worse than `than`: red, yellow, grey, green, from worst to best. */
export function isWorse(light: Light, than: Light): boolean {
  return worstFirst.indexOf(light) < worstFirst.indexOf(than);
}

/** Without an update for so many days, a light is stale. */
export const staleAfterDays = 28;

/** True when the last update or confirmation, an ISO instant, is 28 days old or older. */
export function isStale(updatedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(updatedAt) >= staleAfterDays * 24 * 60 * 60 * 1000;
}

const helsinkiDayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });

/** The day in Helsinki at an instant, "YYYY-MM-DD". */
export function helsinkiDay(at: Date): string {
  return helsinkiDayFormat.format(at);
}

/** Who holds which part in a goal or measure. `inherited` are the owners of a measure's goal, whose delegates are among `delegates`. */
export type Holders = {
  owners: readonly string[];
  inherited: readonly string[];
  /** `until` is the last day, "YYYY-MM-DD", inclusive. */
  delegates: readonly { user: string; until: string }[];
};

/** True for an owner of the target or of its goal, and for a delegate up to and including the last day, in Helsinki. */
export function maySetLight(user: string, holders: Holders, today: string): boolean {
  const { owners, inherited, delegates } = holders;
  if (owners.includes(user) || inherited.includes(user)) return true;
  return delegates.some((delegate) => delegate.user === user && today <= delegate.until);
}
