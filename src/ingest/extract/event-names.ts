import type { Language } from '../../domain/language.ts';
import { type HappeningVerb, happeningIn } from './happenings.ts';
import { wordSet, wordsOf } from './localize.ts';
import { isPlace } from './place-words.ts';
import type { Line } from './reading.ts';

const pronouns = wordSet(`
se ne he hän tämä nämä joka jotka mikä mitä kuka siitä niistä tästä det den de denna detta dessa vi man du ni jag som vilket it they this that these which we you i he she who what there here me sinä te minä`);
const leads: Readonly<Record<Language, RegExp>> = {
  fi: /^(?:Myös|Lisäksi|Nyt|Jo|Samalla|Sen\själkeen|Tämän\själkeen|Ja|Mutta|Samoin)\s/iu,
  sv: /^(?:Också|Även|Dessutom|Nu|Därefter|Samtidigt|Och|Men)\s/iu,
  en: /^(?:Also|In\saddition,|Now|Then|And|But|At\sthe\ssame\stime,|The|A|An)\s/iu,
};
const adverbs: Readonly<Record<Language, RegExp>> = {
  fi: /^(?:jo|myös|lisäksi|nyt|taas|uudelleen|virallisesti|jälleen)\s/u,
  sv: /^(?:redan|också|även|dessutom|nu|officiellt|igen)\s/u,
  en: /^(?:already|also|now|officially|again)\s/u,
};
const objects: Readonly<Record<Language, RegExp>> = {
  fi: /(?!)/u,
  sv: /^(?:en|ett|sin|sitt|sina|den\snya|det\snya)\s(?!dörrar)/u,
  en: /^(?:an?|the|its|their)\s(?!doors)/u,
};
const afterObject: Readonly<Record<Language, RegExp>> = {
  fi: /[,;]|\s(?:ja|kun|jossa|osoitteessa|kello|klo)\s/u,
  sv: /[,;]|\s(?:på|i|för|till|med|vid|hos|av|den|och|från|under|som|kl|där)\s/u,
  en: /[,;]|\s(?:on|in|at|for|to|from|with|by|and|of\s\d)\s/u,
};
const localCase = /(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|een|hin|iin|oon|uun|aan|ään|isin)$/u;
const longestName = 9;

/**
 * What happens, in the document's words: the subject of the clause, its object where somebody opens or starts something, null when the clause
 * names neither. `clause` has its dates blanked by spaces.
 */
export function subjectOf(clause: string, verb: HappeningVerb, language: Language): string | null {
  const before = tidy(clause.slice(0, verb.start)).replace(leads[language], '');
  const after = tidy(clause.slice(verb.end)).replace(adverbs[language], '');
  const cut = (text: string) => tidy(text.split(afterObject[language])[0] ?? '');
  if (!verb.dateNoun && objects[language].test(after) && /^(?:opening|start|held)$/u.test(verb.kind))
    return usable(cut(after.replace(objects[language], '')));
  const last = before.split(' ').at(-1) ?? '';
  if (relative.test(before) || relative.test(clause.trimStart())) return null;
  const adverbial =
    before === '' || (language === 'fi' && (localCase.test(last) || (isPlace(last) && last.endsWith('n'))));
  if (adverbial) {
    const following = language === 'en' ? '' : cut(after);
    const isLocal = language === 'fi' && localCase.test(following.split(' ').at(-1) ?? '');
    if (following !== '' && !isLocal) return usable(following);
    return isPlace(last) ? null : usable(before);
  }
  return usable(before);
}

const relative = /^(?:joka|jotka|som|which|that)(?:\s|$)/iu;

/**
 * What a relative clause ("…, joka astuu voimaan 1.1.2025") speaks of: the last noun before it, in its base form. Null when the clause is no
 * relative one, or the noun's base form is not certain.
 */
export function antecedentOf(before: string, clause: string, language: Language): string | null {
  if (!relative.test(clause)) return null;
  const words = wordsOf(before);
  const last = words.at(-1)?.text ?? '';
  if (language === 'fi') {
    const reform = /^(\p{Ll}{12,40})u(?:s|kseen|ksen|ksessa|ksesta|ksella)$/u.exec(last)?.[1];
    const law = /^(\p{Ll}{6,40})la(?:ki|kiin|in|issa|ista|illa)$/u.exec(last)?.[1];
    return reform === undefined ? (law === undefined ? null : `${law}laki`) : `${reform}us`;
  }
  if (language === 'sv') return /^\p{Ll}{12,40}(?:en|et)$/u.test(last) ? last : null;
  return /(?:^|\s)(?:the|a|an)\s((?:\p{L}+\s){1,3}\p{L}+)\s*,?\s*$/u.exec(before)?.[1] ?? null;
}

/** Words that show that a stretch is no bare subject: a clause's opening, a pronoun, a loose conjunction. */
const stray =
  /(?<!\p{L})(?:kun|jossa|joka|jotka|että|se|ne|hän|hänen|när|då|där|som|att|det|hon|hans|hennes|when|which|that|who|it|he|she)(?!\p{L})|(?:^|\s)(?:ja|sekä|och|and|or|tai|eller)$|^(?:sekä|myöhemmin|lopulta|ensin|sitten|sittemmin|senare|slutligen|således|later|finally|eventually)\s/iu;

function usable(words: string): string | null {
  const parts = words.split(' ').filter((part) => part !== '');
  if (parts.length === 0 || parts.length > longestName || words.length < 3) return null;
  const article = /^(?:den|det|de)$/iu.test(parts[0] ?? '') && parts.length >= 3;
  if (
    (!article && pronouns.has(parts[0]?.toLowerCase() ?? '')) ||
    /[,:;()"”“]/u.test(words) ||
    stray.test(article ? parts.slice(1).join(' ') : words)
  )
    return null;
  return words;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,•-]+|[\s,.]+$/gu, '')
    .replace(/(?:^|\s)(?:den|on|in|from|i|under|fr\.o\.m|by|vasta|jo)$/iu, '')
    .trim();
}

/** True when some word of a subject names one particular thing: a capital within a sentence, here or elsewhere in the document. */
export function isProper(subject: string, startsSentence: boolean, lines: readonly Line[]): boolean {
  return wordsOf(subject).some((word) => {
    if (!/^\p{Lu}/u.test(word.text)) return false;
    if (word.start > 0 || !startsSentence) return true;
    return lines.some(({ text }) =>
      wordsOf(text).some(
        (other) => other.text === word.text && other.start > 2 && !/[.!?:”"–-]\s*$/u.test(text.slice(0, other.start)),
      ),
    );
  });
}

/**
 * What a general subject ("Linja", "The sixth round") belongs to: a compound that ends in it, a name in the sentences before it in its paragraph,
 * else what the title speaks of. Null when none of them gives a name.
 */
export function contextOf(
  subject: string,
  at: number,
  lines: readonly Line[],
  title: string,
  language: Language,
): string | null {
  const line = lines[at];
  const earlier = lines
    .slice(Math.max(0, at - 3), at)
    .filter(({ passage }) => passage.paragraph === line?.passage.paragraph);
  return compoundOf(subject, earlier) ?? phraseIn(earlier, language) ?? titleSubject(title, language);
}

function compoundOf(subject: string, earlier: readonly Line[]): string | null {
  const head = wordsOf(subject).at(-1)?.lower ?? '';
  if (head.length < 4) return null;
  for (const { text } of earlier) {
    for (const { text: word, lower, start } of wordsOf(text)) {
      const at = lower.indexOf(head);
      if (start > 0 && /^\p{Lu}/u.test(word) && at > 2) return word.slice(0, at + head.length);
    }
  }
  return null;
}

/** Two or more capitalised words in a row within a sentence. Finnish ones are inflected there and are left out. */
function phraseIn(earlier: readonly Line[], language: Language): string | null {
  if (language === 'fi') return null;
  for (const { text, mentions } of earlier.toReversed()) {
    for (const match of text.matchAll(
      /(?<=\p{Ll}\s|^(?:The|Programmet|Projektet)\s)\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,4}/gu,
    ))
      if (!mentions.some(({ start }) => start === match.index) && !match[0].split(' ').some((part) => isPlace(part)))
        return match[0];
  }
  return null;
}

/** The words of a title before its verb of happening. */
export function titleSubject(title: string, language: Language): string | null {
  const main = title.split(/\s[–—-]\s|[:!?]/u)[0] ?? '';
  const verb = happeningIn(main, language);
  if (!verb || verb.start === 0) return null;
  return subjectOf(main, verb, language);
}
