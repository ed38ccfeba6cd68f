import { compileWords } from './word-patterns.ts';
import type { Composing } from './draft.ts';
import type { Ranked } from './rank.ts';
import { selectSentences } from './select-sentences.ts';

const numberWord = compileWords({
  fi: 'yksi | yhden | kaksi | kahden | kolme | kolmen | neljä | viisi | kuusi | seitsemän | kahdeksan | yhdeksän | kymmenen | yksitoista | kaksitoista | *toista | *kymmentä | sata | tuhat | puolet | kolmasosa | neljännes | kolmannes | kolmatta | kertaa',
  sv: 'en | ett | två | tre | fyra | fem | sex | sju | åtta | nio | tio | elva | tolv | tretton | fjorton | femton | sexton | sjutton | arton | nitton | tjugo* | trettio* | fyrtio* | femtio* | hundra | tusen | hälften | tredjedel | tredje | dubbelt',
  en: 'one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty | thirty | forty | fifty | hundred | thousand | half | third | quarter | doubled | twice',
});
const yearOrPeriod = /\b(?:0?[1-9]|1[0-2])\/(?:20)?\d{2}\b|\b(?:19|20)\d{2}\b(?!\s?%)/g;

/** True when the best evidence cannot answer for want of the kind of thing asked for: a figure for "how many", members for "which belong to". */
export function lacksAnswerType(composing: Composing, best: Ranked): boolean {
  const { intents, text } = composing.question;
  const { content } = best.unit;
  const words = answeringWords(composing, best);
  if (words === null) return false;
  if (intents.has('count') && !hasFigure(words)) return true;
  return (
    asksMembers(text) &&
    (content.kind === 'event' || content.kind === 'glossary' || !hasEnumeration(words, asksPlaces(composing)))
  );
}

/** The sentences that would be shown, or null where a record answers by its own fields. */
function answeringWords(composing: Composing, best: Ranked): string | null {
  const { content } = best.unit;
  if (content.kind === 'passage') return content.passage.text;
  if (content.kind === 'measure' || content.kind === 'goal')
    return composing.question.intents.has('responsible') || composing.question.intents.has('partner')
      ? null
      : selectSentences(composing, content.passages)
          .map(({ text }) => text)
          .join(' ');
  if (content.kind === 'event') return content.event.statements.map(({ evidence }) => evidence.quote).join(' ');
  return content.kind === 'glossary' ? content.entry.evidence.quote : null;
}

/** A number that is not a year or a period of follow-up. */
export function hasFigure(words: string): boolean {
  return /\d/.test(words.replace(yearOrPeriod, ' ')) || numberWord.test(words.toLowerCase());
}

const members =
  /(?<!\p{L})(?:kuulu\p{L}*|sisälty\p{L}*|hör(?: \p{L}+)? till|ingår|består av|belong(?:s)?(?: to)?|members? of|part of|make up|included in|consists? of)(?!\p{L})/iu;

function asksMembers(text: string): boolean {
  return (
    members.test(text) && /(?<!\p{L})(?:mitkä|mitä|ketkä|vilka|which|what|list|luettele|name)(?!\p{L})/iu.test(text)
  );
}

function asksPlaces({ question: { focus } }: Composing): boolean {
  return (
    focus?.terms.some(({ id }) =>
      ['municipality', 'city', 'town', 'member-municipality', 'largest-cities'].includes(id),
    ) ?? false
  );
}

/** At least three things in a row; three names where places are asked for. */
function hasEnumeration(words: string, ofNames: boolean): boolean {
  if (ofNames) return (words.match(/(?:,|\s(?:ja|och|and|sekä|samt))\s\p{Lu}/gu) ?? []).length >= 2;
  return (words.match(/,|\s(?:ja|och|and|sekä|samt)\s/gu) ?? []).length >= 2;
}
