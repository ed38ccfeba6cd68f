import type { Language } from '../../domain/language.ts';
import { answersEn } from './en.ts';
import { type AnswerTexts, answersFi } from './fi.ts';
import { answersSv } from './sv.ts';

const byLanguage: Readonly<Record<Language, AnswerTexts>> = { fi: answersFi, sv: answersSv, en: answersEn };

/** The texts of answers in a language. */
export function answersIn(language: Language): AnswerTexts {
  return byLanguage[language];
}
