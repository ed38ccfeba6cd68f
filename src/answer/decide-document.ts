import type { Source } from '../domain/source.ts';
import { formatDay } from '../texts/dates.ts';
import { answersIn } from '../texts/answers/answers.ts';
import { type Composing, type Draft, citePassage, emptyDraft, uniqueCitations } from './draft.ts';
import type { Ranked } from './rank.ts';
import { compileWords } from './word-patterns.ts';

const published = compileWords({
  fi: 'julkaistu | julkaistiin | julkaisupäivä* | päivitetty | päivitettiin | päivätty | kuinka vanha | miten vanha',
  sv: 'publicerad | publicerat | publicerades | publicerats | publiceringsdatum | uppdaterad | uppdaterades | uppdaterats | daterad | hur gammal | hur gammalt',
  en: 'published | publication date | updated | dated | how old',
});
const documents = compileWords({
  fi: 'artikkeli* | uutinen | uutisen | uutiset | uutis* | sivu | sivun | sivua | juttu* | jutun | tiedote* | tiedotteen | asiakirja* | dokument*',
  sv: 'artikel* | nyhet* | sida | sidan | text* | pressmeddeland* | dokument*',
  en: 'article* | news | page | story | release | document*',
});
const dateLine = /\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{1,2}\s\p{L}+\s\d{4}\b/u;

/** Answers when documents were published or updated, with the line of the page that says it; null unless that is asked. */
export function decideDocument(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question, base, language } = composing;
  const text = question.text.toLowerCase();
  const asksDates =
    published.test(text) ||
    (question.intents.has('compare') && /(?:newer|older|nyare|äldre|uudempi|vanhempi|dates?|datum|päiväy)/u.test(text));
  if (!asksDates || !documents.test(text)) return null;
  const named = ranked.filter(
    ({ unit }) =>
      unit.content.kind === 'article' &&
      (question.places.length === 0 || unit.cities.some((city) => question.places.includes(city))),
  );
  const several = /(?:two|both|molem|kahdesta|kaksi|båda|två|dates)/u.test(text);
  const sources = [...new Set(named.map(({ unit }) => unit.source))].slice(0, several ? 2 : 1);
  const found = sources.flatMap((id) => base.catalogue.sources.filter((source) => source.id === id));
  const [first] = found;
  if (!first) return null;
  const texts = answersIn(language);
  if (found.every((source) => source.published === null)) return emptyDraft('not_stated', texts.asOfUndated);
  const lines = found
    .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
    .map(
      (source) => `${source.title}: ${source.published ? formatDay(source.published, language) : texts.asOfUndated}`,
    );
  const cited = found.flatMap((source) => dateLines(composing, source));
  return {
    ...emptyDraft('answered', lines[0] ?? ''),
    details: [...lines.slice(1), ...cited.map(({ text: words }) => words)],
    citations: uniqueCitations(cited.flatMap((passage) => citePassage(composing, passage))),
  };
}

/** Where the page itself gives its dates: a short line near its beginning. */
function dateLines({ base }: Composing, source: Source) {
  return base.catalogue.passages.filter(
    ({ source: id, ordinal, text }) => id === source.id && ordinal < 8 && text.length < 80 && dateLine.test(text),
  );
}
