import type { Catalogue } from '../../domain/catalogue.ts';
import { type Language, languages } from '../../domain/language.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { type Token, analyse } from '../../retrieval/analysis.ts';
import { isNameForm } from '../people-index.ts';

/** An organisation named in a text; offsets in UTF-16 code units of its Unicode normal form C. */
export type BodyMention = { id: string; generic: boolean; start: number; end: number };

type Wording = { organisation: Organisation; words: readonly string[]; stems: readonly string[] };

/** A shorter name is only an organisation's where it is written as one word of capitals. */
const shortName = 4;

const known = new WeakMap<Catalogue, Readonly<Record<Language, readonly Wording[]>>>();

/** The organisations that a text names in any form: by name, by abbreviation, and by the part of the name that its parent does not have. The longest name wins. */
export function bodiesIn(catalogue: Catalogue, text: string, language: Language): BodyMention[] {
  const wordings = known.get(catalogue) ?? readWordings(catalogue);
  known.set(catalogue, wordings);
  const tokens = contentTokens(text, language);
  const mentions: BodyMention[] = [];
  for (const { organisation, words, stems } of wordings[language]) {
    for (let at = 0; at + words.length <= tokens.length; at += 1) {
      const stretch = tokens.slice(at, at + words.length);
      if (!stretch.every((token, index) => isForm(token, words[index] ?? '', stems[index] ?? '', text))) continue;
      const [start, end] = [stretch[0]?.start ?? 0, stretch.at(-1)?.end ?? 0];
      if (mentions.some((other) => start < other.end && other.start < end)) continue;
      mentions.push({ id: organisation.id, generic: organisation.generic, start, end });
    }
  }
  return mentions.toSorted((a, b) => a.start - b.start);
}

/** Words and the joined forms of hyphenated compounds are one token each; "of", "the" and the like are none. */
function contentTokens(text: string, language: Language): Token[] {
  return analyse(text, language).filter(({ kind, stop, word }) => kind === 'word' && (!stop || word.length > 3));
}

function isForm(token: Token, word: string, stem: string, text: string): boolean {
  if (word.length < shortName) return token.word === word && /^\p{Lu}/u.test(text.slice(token.start, token.end));
  return token.stem === stem || isNameForm(token.word, word);
}

function readWordings({ organisations }: Catalogue): Readonly<Record<Language, readonly Wording[]>> {
  const of = (language: Language): Wording[] =>
    organisations
      .flatMap((organisation) =>
        namesOf(organisation, language).map((name) => {
          const tokens = contentTokens(name, language);
          return {
            organisation,
            words: tokens.map(({ word }) => word),
            stems: tokens.map(({ stem }) => stem),
          };
        }),
      )
      .filter(({ words }) => words.length > 0)
      .toSorted((a, b) => b.words.length - a.words.length || b.words.join('').length - a.words.join('').length);
  return { fi: of('fi'), sv: of('sv'), en: of('en') };
}

function namesOf({ name, abbreviations, forms, parent }: Organisation, language: Language): string[] {
  const own = name[language].replace(/^the\s+/i, '');
  const short = parent === undefined ? own : withoutParent(own, language);
  const other = languages.filter((candidate) => candidate !== language).map((candidate) => name[candidate]);
  const international = other.filter((candidate) => !/\s\p{Ll}|^\p{Ll}/u.test(candidate));
  return [...new Set([own, short, ...abbreviations, ...(language === 'fi' ? forms : []), ...international])];
}

/** "kaupunginkanslian elinkeino-osasto" is also "elinkeino-osasto", "the … Department of the City Executive Office" also "the … Department". */
function withoutParent(name: string, language: Language): string {
  const short = language === 'en' ? name.replace(/\sof\sthe\s.+$/i, '') : name.replace(/^\p{Ll}+\s(?=\S{8,})/u, '');
  return short.length >= 10 ? short : name;
}
