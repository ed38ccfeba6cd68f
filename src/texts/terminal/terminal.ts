import type { Language } from '../../domain/language.ts';
import { terminalEn } from './en.ts';
import { type TerminalTexts, terminalFi } from './fi.ts';
import { terminalSv } from './sv.ts';

const byLanguage: Readonly<Record<Language, TerminalTexts>> = { fi: terminalFi, sv: terminalSv, en: terminalEn };

/** The texts of the terminal commands in a language. */
export function terminalTextsIn(language: Language): TerminalTexts {
  return byLanguage[language];
}
