import { type Language, languages } from '../domain/language.ts';
import type { PartialDate } from '../domain/partial-date.ts';
import type { Learned } from '../learn/learn.ts';
import type { Records, Review } from '../learn/review.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { terminalTextsIn } from '../texts/terminal/terminal.ts';

type LearnTexts = ReturnType<typeof terminalTextsIn>['learn'];

/** What is proposed, as Markdown that reads well in a terminal too. `problem` is why a model did not finish, in words, or null. */
export function learnSummary({ review, parts, read }: Learned, problem: string | null, language: Language): string {
  const { learn: texts } = terminalTextsIn(language);
  const { source, records } = review;
  const sections = [
    section(texts.people, records['people.json'].map(personLines(texts))),
    section(texts.events, records['events.json'].map(eventLines)),
    section(
      texts.organisations,
      records['organisations.json'].map(({ id, name }) => [named(name), ...quoted(review, id)]),
    ),
    section(
      texts.terms,
      records['terms/learned.json'].map((term) => [wordsOf(term), ...quoted(review, term.id)]),
    ),
    section(texts.translations, records.translations.map(translationLines)),
  ].filter((lines) => lines.length > 0);
  return [
    `# ${fillText(texts.title, { title: source.title })}`,
    '',
    fillText(texts.document, {
      file: source.file,
      municipality: source.municipality,
      language: texts.languages[source.language],
      published: source.published ?? texts.undated,
    }),
    '',
    texts.by[review.by],
    ...(problem === null ? [] : [fillText(texts.modelStopped, { problem, read, parts })]),
    ...(problem === null && read < parts ? [fillText(texts.partly, { read, parts })] : []),
    ...(review.inManifest ? [] : [texts.notInManifest]),
    texts.nothingKept,
    ...(sections.length === 0 ? ['', texts.nothing] : sections.flat()),
    ...leftLines(review, texts),
  ].join('\n');
}

function section(title: string, entries: readonly (readonly string[])[]): string[] {
  if (entries.length === 0) return [];
  return [
    '',
    `## ${fillText(title, { count: entries.length })}`,
    '',
    ...entries.flatMap(([first = '', ...rest]) => [`- ${first}`, ...rest.map((line) => `  ${line}`)]),
  ];
}

function personLines(texts: LearnTexts) {
  return ({ name, facts }: Records['people.json'][number]): string[] => [
    name,
    ...facts.flatMap(({ attribute, value, evidence }) => [
      `- ${texts.attributes[attribute]}: ${named(value)}${isTranslated(value) ? '' : ` (${texts.toTranslate})`}`,
      `  > ${oneLine(evidence.quote)}`,
    ]),
  ];
}

function eventLines({ name, statements }: Records['events.json'][number]): string[] {
  return [
    named(name),
    ...statements.flatMap(({ from, to, evidence }) => [
      `- ${dateWords(from)}${to === null ? '' : ` – ${dateWords(to)}`}`,
      `  > ${oneLine(evidence.quote)}`,
    ]),
  ];
}

function translationLines(record: Records['translations'][number]): string[] {
  const others = languages.flatMap((language) => {
    const words = record[language];
    return words === undefined ? [] : [`- ${language}: ${oneLine(words)}`];
  });
  return [oneLine(record.original), ...others];
}

function leftLines({ untranslated, rejected }: Review, texts: LearnTexts): string[] {
  const lacking = languages.flatMap((language) => {
    const count = untranslated[language] ?? 0;
    return count === 0 ? [] : [fillText(texts.untranslated, { language: texts.languages[language], count })];
  });
  return [
    ...(lacking.length === 0 ? [] : ['', ...lacking]),
    ...section(
      texts.rejected,
      rejected.map(({ what, reason, detail }) => [`${oneLine(what)}: ${texts.reasons[reason]} (${oneLine(detail)})`]),
    ),
  ];
}

function quoted({ evidence }: Review, id: string): string[] {
  const quote = evidence[id]?.quote;
  return quote === undefined ? [] : [`> ${oneLine(quote)}`];
}

/** A text in three languages, once where it is the same in all. */
function named(text: Readonly<Record<Language, string>>): string {
  return [...new Set(languages.map((language) => oneLine(text[language])))].join(' / ');
}

/** Words that stand alike in all languages, where they are more than a name or a number. */
function isTranslated({ fi, sv, en }: Readonly<Record<Language, string>>): boolean {
  return fi !== sv || sv !== en || !/\p{Ll}{2,}\s/u.test(fi);
}

function wordsOf(term: Readonly<Record<Language, readonly string[]>>): string {
  return languages.map((language) => `${language}: ${term[language].join(', ')}`).join('; ');
}

/** As the document gives it: "3.4.", "4/2024" or "2024". */
function dateWords({ year, month, day }: PartialDate): string {
  if (month === null) return String(year ?? '');
  if (day === null) return year === null ? `${month}.` : `${month}/${year}`;
  return `${day}.${month}.${year ?? ''}`;
}

const longestLine = 400;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestLine ? `${line.slice(0, longestLine)} …` : line;
}
