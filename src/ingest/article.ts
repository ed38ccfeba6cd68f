import type { Passage } from '../domain/passage.ts';
import { type Source, foldQuote } from '../domain/source.ts';
import { isHoursLine } from '../domain/weekdays.ts';
import { contentHash, plainText } from './content-hash.ts';
import { splitSentences } from './sentences.ts';

type Paragraph = { text: string; line: number; role: Passage['role']; section: string; speaker: string | null };

const sayingVerbs =
  'sanoo|kertoo|toteaa|pohtii|iloitsee|muistuttaa|jatkaa|kiittää|arvioi|korostaa|painottaa|kuvailee|tiivistää|lisää|' +
  'lupaa|vakuuttaa|selittää|summaa|huomauttaa|' +
  'säger|berättar|konstaterar|fortsätter|sammanfattar|påpekar|betonar|funderar|understryker|tillägger|menar|' +
  'lovar|försäkrar|förklarar|poängterar|' +
  'says|said|adds|added|notes|noted|explains|explained|continues|stresses|comments|commented|promises|points out';
// The bounds keep a long line of letters from being searched from each of them to its end.
const name = "(?<!\\p{L})\\p{Lu}[\\p{L}'’-]{1,40}(?:\\s\\p{Lu}[\\p{L}'’-]{1,40}){0,3}";
const saidBy = new RegExp(`(?:${sayingVerbs})\\s+([^.!?”"]{3,120})[.!?]?$`, 'u');
const saidWithin = new RegExp(`["”»,]\\s+(?:${sayingVerbs})\\s+([^.!?”"]{3,120})[.!?]\\s`, 'u');
const lastName = new RegExp(`(${name})[^\\p{Lu}]*$`, 'u');
const saidAfter = new RegExp(`(${name})\\s+(?:${sayingVerbs})(?![\\p{L}])`, 'u');
const introduced = new RegExp(
  `(${name})\\s+(?:mukaan|enligt)\\b|(?:enligt|according to)\\s+(?:[\\p{Ll}-]+\\s+){0,4}(${name})`,
  'u',
);
const capitalisedPair = /(?<![\p{L}-])\p{Lu}[\p{L}-]{1,40} \p{Lu}[\p{L}-]{1,40}(?![\p{L}-])/gu;
const headingMark = /^#{1,6}\s+\S/;
const phone = /(?:\+\d{1,3}[\s-]?\(?\d{1,3}\)?|\(0\d{1,2}\)|\b0?\d{2,3})[\s-]\d{3,4}[\s-]?\d{2,4}\b/;
const email = /[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+\.[\w.]+/i;

/**
 * Divides an article into passages: one sentence, heading, caption or contact line each, in reading order, with the heading above and
 * the speaker of quotations. Menu lines and other page remains become headings of their own and carry no section. Lines that begin with
 * "#" are headings; where a document marks two or more so, it has no others.
 */
export function articlePassages(text: string, source: Source): Omit<Passage, 'translations'>[] {
  const passages: Omit<Passage, 'translations'>[] = [];
  const markdown = /\.md$/i.test(source.file);
  for (const [paragraphNumber, paragraph] of readParagraphs(text, source.title).entries()) {
    const stretches =
      paragraph.role === 'sentence' || paragraph.role === 'caption'
        ? splitSentences(paragraph.text)
        : [{ start: 0, end: paragraph.text.length }];
    for (const { start, end } of stretches) {
      const verbatim = paragraph.text.slice(start, end);
      const sentence = markdown ? withoutMarks(verbatim) : verbatim;
      if (sentence === '') continue;
      passages.push({
        id: `${source.id}#${passages.length}`,
        source: source.id,
        ordinal: passages.length,
        text: sentence,
        fragments: [verbatim],
        hash: contentHash(sentence),
        language: source.language,
        paragraph: paragraphNumber,
        role: paragraph.role,
        section: paragraph.section,
        lines: [paragraph.line, paragraph.line],
        speaker: isTold(paragraph.text, start, sentence) ? null : paragraph.speaker,
        place: null,
      });
    }
  }
  return passages;
}

/** "…, says Holm. She came from Vasa.": what the writer tells of the speaker after the quotation is not said by the speaker. */
function isTold(paragraph: string, start: number, sentence: string): boolean {
  return (
    /^(?:Hän|Hon|Han|She|He)\s[^"“”»]*$/u.test(sentence) &&
    new RegExp(`(?:${sayingVerbs})\\s[^.!?]{3,120}[.!?]["”’»]?\\s*$`, 'u').test(paragraph.slice(0, start))
  );
}

/** Words of Markdown without the marks of emphasis, quotation and links; the passage's quote keeps them, as the file has them. */
function withoutMarks(words: string): string {
  return words
    .replace(/^(?:>\s?)+/, '')
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(
      /(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|`)(?=[^\s*_`])|(?<=[^\s*_`])(?:\*{1,3}|_{1,3}|`)(?![\p{L}\p{N}])/gu,
      '',
    )
    .trim();
}

function readParagraphs(text: string, title: string): Paragraph[] {
  const lines = text.split('\n').map((raw, index) => ({
    text: plainText(raw).replace(/^#+\s*/, ''),
    line: index + 1,
    marked: headingMark.test(raw),
  }));
  const filled = lines.filter(({ text: words }) => words !== '');
  const marks = filled.filter(({ marked }) => marked).length >= 2;
  const paragraphs: Paragraph[] = [];
  let section = '';
  let above = '';
  let inContacts = false;
  for (const { text: words, line, marked } of filled) {
    const role =
      foldQuote(words) === foldQuote(title) ? 'title' : marked ? 'heading' : lineRole(words, inContacts, marks);
    if (
      /^(lisätieto|yhteystied|ytterligare information|mer information|tilläggsuppgifter|kontakt|further information|more information|contact)/iu.test(
        words,
      )
    )
      inContacts = true;
    else if (role === 'sentence') inContacts = false;
    if (role === 'title') section = '';
    if (marked && role === 'heading') section = words;
    else if (role === 'heading' && words.split(' ').length >= 3 && !/\d{4}/.test(words)) section = words;
    const previous = paragraphs.at(-1);
    if (role === 'heading') above = words;
    paragraphs.push({
      text: words,
      line,
      role,
      section: role === 'heading' ? '' : isHoursLine(words) ? above : section,
      speaker: speakerOf(words, previous),
    });
  }
  const nominative = createNominatives(filled.map(({ text: words }) => words));
  for (const paragraph of paragraphs) paragraph.speaker = paragraph.speaker && nominative(paragraph.speaker);
  return paragraphs;
}

/**
 * The basic form of a name that stands in the genitive ("Teemu Haapalehdon mukaan") when the document holds it elsewhere, without a title
 * before it. Other names stay as they are.
 */
function createNominatives(lines: readonly string[]): (speaker: string) => string {
  const names = new Set(lines.flatMap((line) => line.match(capitalisedPair) ?? []));
  return (speaker) => {
    const words = speaker.split(' ');
    const [first, last] = words.slice(-2);
    if (first === undefined || last === undefined || names.size === 0) return speaker;
    const found = [...names].find((candidate) => {
      const [given, family = ''] = candidate.split(' ');
      const shared = Math.max(3, family.length - 3);
      return given === first && family !== last && last.endsWith('n') && last.startsWith(family.slice(0, shared));
    });
    return found ?? speaker;
  };
}

/** In a document that marks its headings, a short line without a mark is a list item or a table row. */
function lineRole(words: string, inContacts: boolean, marks: boolean): Passage['role'] {
  const role = roleOf(words, inContacts);
  return marks && role === 'heading' ? 'sentence' : role;
}

/** "Paikka: Merikeskus", "Tid: lördag 14.3": what a notice tells of its event, a line each. */
const labelled =
  /^(?:aika|ajankohta|milloin|paikka|missä|osoite|hinta|maksu|osallistumismaksu|kenelle|kohderyhmä|järjestäjät?|ilmoittautuminen|kieli|kielet|aukioloajat|tid|när|datum|plats|var|adress|pris|avgift|målgrupp|arrangör(?:er)?|anmälan|språk|öppettider|time|when|date|place|where|venue|location|address|price|fee|admission|for whom|organisers?|registration|languages?|opening hours)\s?:\s\S/iu;

function roleOf(words: string, inContacts: boolean): Passage['role'] {
  if (/\b(?:Kuva|Kuvat|Bild|Foto|Photo|Image)\s*:/u.test(words)) return 'caption';
  if (words.length < 120 && !/[.!?]["”’»]?$/.test(words) && (email.test(words) || phone.test(words))) return 'contact';
  if (inContacts && words.length < 80 && !/[.!?:]$/.test(words)) return 'contact';
  if (/[.!?:…]["”’»)]?$/u.test(words) || words.length > 160 || labelled.test(words) || isHoursLine(words))
    return 'sentence';
  return /^(?:[•*–—-]|(?:klo\s|kl\.?\s)?\d{1,2}[.:]\d{2}(?:\s?[–-]\s?\d{1,2}[.:]\d{2})?)\s/u.test(words)
    ? 'sentence'
    : 'heading';
}

/** "Kaupunki arvioi, että …": the capital only opens a sentence. */
const commonNoun =
  /^(?:Kaupunki|Kunta|Hyvinvointialue|Ministeriö|Virasto|Hallitus|Kaupunginhallitus|Kaupunginvaltuusto|Lautakunta|Työryhmä|Yhdistys|Hän|Staden|Kommunen|Ministeriet|Regeringen|Stadsstyrelsen|Nämnden|Föreningen|Han|Hon|She|He|They|It)$/u;

function speakerOf(words: string, previous: Paragraph | undefined): string | null {
  const quoted = /^[–—-]\s|["“”»]/u.test(words);
  const tail = saidBy.exec(words)?.[1] ?? (quoted ? saidWithin.exec(words)?.[1] : undefined);
  const named = tail === undefined ? saidAfter.exec(words)?.[1] : lastName.exec(tail)?.[1];
  if (named !== undefined && !commonNoun.test(named)) return named;
  if (!quoted || !previous) return null;
  const lead = introduced.exec(previous.text);
  if (previous.text.endsWith(':') && lead) return lead[1] ?? lead[2] ?? null;
  return /^[–—"“”»]/u.test(words) ? previous.speaker : null;
}
