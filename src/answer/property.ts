/**
 * `needed`: without words of that shape there is no answer; else they only say which sentence answers best. `word`: what the property is
 * called, so that a sentence with the shape says it. `strength`: how much better a sentence with the shape suits, default 1.5.
 */
export type Property = { asked: RegExp; answers: RegExp; needed: boolean; word?: RegExp; strength?: number };
