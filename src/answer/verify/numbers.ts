import type { UnitOf, Value } from './values.ts';

type NumberValue = Extract<Value, { kind: 'number' }>;

/** Numbers up to twelve and parts, in words. One is left out, as it is an article in two of the languages. */
const words: readonly (readonly [figure: number, pattern: string])[] = [
  [2, 'kaksi|kahden|kahta|kahdessa|kahdesta|kahteen|kahdella|kahdelta|kahdelle|kahdeksi|två|two'],
  [3, 'kolme(?:n|a|ssa|sta|en|lla|lta|lle|ksi)?|tre|three'],
  [4, 'neljä(?:n|ä|ssä|stä|än|llä|ltä|lle|ksi)?|fyra|four'],
  [5, 'viisi|viiden|viittä|viidessä|viidestä|viiteen|viidellä|viidelle|fem|five'],
  [6, 'kuusi|kuuden|kuutta|kuudessa|kuudesta|kuuteen|kuudella|kuudelle|sex|six'],
  [7, 'seitsemän|seitsemää|seitsemässä|seitsemästä|seitsemällä|seitsemälle|sju|seven'],
  [8, 'kahdeksan|kahdeksaa|kahdeksassa|kahdeksasta|kahdeksalla|kahdeksalle|åtta|eight'],
  [9, 'yhdeksän|yhdeksää|yhdeksässä|yhdeksästä|yhdeksällä|yhdeksälle|nio|nine'],
  [10, 'kymmenen|kymmentä|kymmenessä|kymmenestä|kymmenellä|kymmenelle|tio|ten'],
  [11, 'yksitoista|yhdentoista|yhtätoista|elva|eleven'],
  [12, 'kaksitoista|kahdentoista|kahtatoista|tolv|twelve'],
  [0.5, 'puolet|puolta|puoleen|hälften|halften|half'],
  [1 / 3, 'kolmannes|kolmanneksen|kolmasosa|kolmasosan|kolmasosaa|tredjedel|tredjedelen|third'],
  [0.25, 'neljännes|neljänneksen|neljäsosa|fjärdedel|fjärdedelen|quarter'],
];
/** "Doubled" is no figure, but as much a claim as one. */
const doubled =
  'kaksinkertai\\p{L}*|kaksinkertaistu\\p{L}*|tuplaant\\p{L}*|fördubbla\\p{L}*|dubbelt|doubl\\p{L}*|twice';

const wordPattern = new RegExp(
  `(?<![\\p{L}\\d-])(?:${[...words.map(([, pattern], at) => `(?<w${at}>${pattern})`), `(?<doubled>${doubled})`].join('|')})(?!\\p{L})`,
  'giu',
);
/** What a doubling is held by: another word for it. */
const doubling = 2.000_001;

const digits = /(?<![\p{L}\d.,])\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![\d])|(?<![\d.,])\d+(?:[.,]\d+)*(?!\d)/gu;

const multipliers: readonly (readonly [factor: number, pattern: RegExp])[] = [
  [1_000_000_000, /^ ?(?:miljardi\p{L}*|mrd|miljard\p{L}*|billion)(?!\p{L})/iu],
  [1_000_000, /^ ?(?:miljoon\p{L}*|milj|mn|miljon\p{L}*|million\p{L}*|M(?=€)|M(?=EUR))(?!\p{L}(?<!€))/iu],
  [1_000, /^ ?(?:tuhat|tuhatta|tuhannen|tusen|thousand)(?!\p{L})/iu],
];

const units: readonly (readonly [unit: UnitOf, pattern: RegExp])[] = [
  [
    'percentagePoint',
    /^[ –-]?(?:%[ –-]?yks|%[ –-]?enhet|prosenttiyksik|procentenhet|per ?cent(?:age)? point|percentage point|pp(?!\p{L}))/iu,
  ],
  ['percent', /^ ?(?:%|prosent|procent|per ?cent|pros\.)/iu],
  ['euro', /^[. ]{0,2}(?:€|euro|eur(?!\p{L}))/iu],
  ['year', /^[ -]?(?:vuot|vuode|vuosi|vuoti|år(?!\p{L})|åri|years?(?!\p{L}))/iu],
  ['month', /^[ -]?(?:kuukau|kuukaut|kk(?!\p{L})|månad|months?(?!\p{L}))/iu],
  ['week', /^[ -]?(?:viik|veck|weeks?(?!\p{L}))/iu],
  ['day', /^[ -]?(?:päivä|vuorokau|dag(?:ar|en|arna)?(?!\p{L})|days?(?!\p{L}))/iu],
  ['hour', /^[ -]?(?:tunti|tunnin|tunnissa|timm|timme|hours?(?!\p{L}))/iu],
];

/** Figures in digits, and up to twelve in words, with their unit and multiplied by "million". */
export function readNumbers(text: string): NumberValue[] {
  const inDigits = [...text.matchAll(digits)].map((match) => withUnit(text, match, figuresOf(match[0])));
  const inWords = [...text.matchAll(wordPattern)].map((match) => {
    const at = words.findIndex((_, index) => match.groups?.[`w${index}`] !== undefined);
    return withUnit(text, match, [words[at]?.[0] ?? doubling]);
  });
  return [...inDigits, ...inWords];
}

function withUnit(text: string, match: RegExpExecArray, figures: readonly number[]): NumberValue {
  const start = match.index;
  let end = start + match[0].length;
  const found = multipliers.find(([, pattern]) => pattern.test(text.slice(end)));
  if (found) end += found[1].exec(text.slice(end))?.[0].length ?? 0;
  const unit =
    units.find(([, pattern]) => pattern.test(text.slice(end)))?.[0] ??
    (/(?:€|eur) ?$/iu.test(text.slice(0, start)) ? 'euro' : null);
  return { kind: 'number', figures: figures.map((figure) => figure * (found?.[0] ?? 1)), unit, start, end };
}

/** "33 000" is 33000; "33,000" is 33000 or 33; "16.88" is 16.88; "4.3.1" is a number of its own. */
function figuresOf(written: string): number[] {
  const joined = written.replaceAll(' ', '');
  const separators = joined.replace(/\d/g, '');
  if (separators === '') return [Number(joined)];
  const decimal = Number(joined.replace(',', '.'));
  const whole =
    /^\d{1,3}(?:[.,]\d{3})+$/.test(joined) && !joined.startsWith('0') ? [Number(joined.replace(/[.,]/g, ''))] : [];
  if (separators.length === 1) return [...whole, decimal];
  if (whole.length > 0) return whole;
  const last = Math.max(joined.lastIndexOf('.'), joined.lastIndexOf(','));
  const mixed = Number(`${joined.slice(0, last).replace(/[.,]/g, '')}.${joined.slice(last + 1)}`);
  return /^\d{1,3}(?:[.,]\d{3})+[.,]\d+$/.test(joined) ? [mixed] : [Number.NaN];
}
