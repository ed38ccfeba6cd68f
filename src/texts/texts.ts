import type { Language } from '../domain/language.ts';
import { en } from './en.ts';
import { fi, type Texts } from './fi.ts';
import { sv } from './sv.ts';

const byLanguage: Readonly<Record<Language, Texts>> = { fi, sv, en };

/** The texts of a language. */
export function textsIn(language: Language): Texts {
  return byLanguage[language];
}

/** The form for the count: "one" for exactly one. All three languages divide there. */
export function countForm(forms: { one: string; other: string }, count: number): string {
  return count === 1 ? forms.one : forms.other;
}
