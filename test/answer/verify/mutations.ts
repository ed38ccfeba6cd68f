import type { Language } from '../../../src/domain/language.ts';

/** What is wrong in a draft that was made from a right one. */
export const mutationKinds = ['number', 'unit', 'date', 'year', 'name', 'city', 'negation', 'body', 'swap'] as const;
export type MutationKind = (typeof mutationKinds)[number];
export type Mutation = { kind: MutationKind; text: string };

/** Right sentences with one wrong fact each, made by rule; the same sentence gives the same ones. */
export function mutationsOf(text: string, language: Language): Mutation[] {
  const made = [
    ...numbers(text),
    ...units(text),
    ...dates(text),
    ...missingYears(text, language),
    ...swaps(text),
    ...each('name', text, names),
    ...each('city', text, cities[language]),
    ...each('body', text, bodies[language]),
    ...negations(text, language),
  ];
  const distinct = new Map(
    made.filter((mutation) => mutation.text !== text).map((mutation) => [mutation.text, mutation]),
  );
  return [...distinct.values()];
}

type Rule = readonly [from: RegExp, to: string];

function each(kind: MutationKind, text: string, rules: readonly Rule[]): Mutation[] {
  return rules.filter(([from]) => from.test(text)).map(([from, to]) => ({ kind, text: text.replace(from, to) }));
}

/** A figure that is no year, and no goal or measure: one more, and its last digits turned round. */
function numbers(text: string): Mutation[] {
  return [...text.matchAll(/(?<![\d.,–])\d+(?:[ .,]\d+)*(?![\d–])/g)].flatMap((match) => {
    const [written] = match;
    if (/^(?:19|20)\d{2}$/.test(written) || /^\d{1,2}\.\d{1,2}$/.test(written)) return [];
    if (
      /^\d{1,2}$/.test(written) &&
      /^\.?\s?(?:–|\p{L}+kuuta|januari|december|mars|april|January|December|March|April)/u.test(
        text.slice(match.index + written.length),
      )
    )
      return [];
    const put = (figure: string): Mutation => ({
      kind: 'number',
      text: text.slice(0, match.index) + figure + text.slice(match.index + written.length),
    });
    const last = Number(written.at(-1));
    return [
      put(`${written.slice(0, -1)}${(last + 1) % 10}`),
      put(`${(Number(written[0]) % 9) + 1}${written.slice(1)}`),
    ];
  });
}

function units(text: string): Mutation[] {
  return each('unit', text, [
    [/prosenttiyksikköä/, 'prosenttia'],
    [/(?<=\d) ?(?:prosenttia|%)/, ' prosenttiyksikköä'],
    [/procentenheter/, 'procent'],
    [/(?<=\d) procent(?!e)/, ' procentenheter'],
    [/percentage points/, 'per cent'],
    [/(?<=\d)(?: per cent|%)/, ' percentage points'],
  ]);
}

/** Each year one later, and each month another. */
function dates(text: string): Mutation[] {
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(
    ({ 0: year, index }): Mutation => ({
      kind: 'date',
      text: text.slice(0, index) + String(Number(year) + 1) + text.slice(index + year.length),
    }),
  );
  return [
    ...years,
    ...each('date', text, [
      [/tammikuuta/, 'helmikuuta'],
      [/huhtikuuta/, 'toukokuuta'],
      [/maaliskuu(?=ssa|n)/, 'syyskuu'],
      [/januari/, 'juni'],
      [/april/, 'maj'],
      [/\bmars/, 'augusti'],
      [/\bJanuary/, 'June'],
      [/\bApril/, 'May'],
      [/\bMarch/, 'August'],
      [/\bMay (?=\d)/, 'July '],
      [/\bDecember/, 'November'],
      [/december/, 'november'],
    ]),
  ];
}

/** A year where the document gives none. */
function missingYears(text: string, language: Language): Mutation[] {
  const year = { fi: ' vuonna 2023', sv: ' 2023', en: ' 2023' }[language];
  return each('year', text, [
    [/(?<=den 3 april|den 1 mars|on 3 April)(?=\.$)/, year],
    [/(?<=maaliskuun alussa)(?=\.$)/, year],
  ]);
}

/** Two figures or years in each other's place. */
function swaps(text: string): Mutation[] {
  return each('swap', text, [
    [/(421)(.*)(1[ ,]?108)/, '$3$2$1'],
    [/(2020)(.*)(2021)/, '$3$2$1'],
    [/(nine)(.*)(31)/, '31$2nine'],
    [/(31)(.*)(13)/, '$3$2$1'],
  ]);
}

const names: readonly Rule[] = [
  [/Gassen/, 'Sorjonen'],
  [/Gassen/, 'Virtanen'],
  [/Sorjonen/, 'Gassen'],
  [/Sorjonen/, 'Lindholm'],
  [/Glenn/, 'Mikael'],
  [/Annukka/, 'Olga'],
  [/Silfver/, 'Sundström'],
  [/Pihlaja/, 'Silfver'],
  [/Enter Espoo/, 'Business Tampere'],
  [/Kela/, 'Sitra'],
];

const cities: Readonly<Record<Language, readonly Rule[]>> = {
  fi: [
    [/Vaasassa/, 'Seinäjoella'],
    [/Vaasan/, 'Espoon'],
    [/Vaasa(?!\p{L})/u, 'Helsinki'],
    [/Helsingin/, 'Vaasan'],
    [/Helsinki(?! P)/, 'Vaasa'],
    [/helsinkiläis/, 'vaasalais'],
    [/Espoossa/, 'Vantaalla'],
    [/Espoon/, 'Turun'],
    [/Vantaan/, 'Tampereen'],
  ],
  sv: [
    [/Vasa(?= |,)/, 'Helsingfors'],
    [/Vasa stad/, 'Jakobstads stad'],
    [/(?<!andra )Helsingfors(?!b)/, 'Vasa'],
    [/Esbo(?! ?,)/, 'Åbo'],
    [/Tammerfors/, 'Nykarleby'],
  ],
  en: [
    [/Vaasa/, 'Helsinki'],
    [/Vaasa/, 'Tampere'],
    [/Helsinki/, 'Vaasa'],
    [/Helsinki/, 'Espoo'],
    [/Espoo/, 'Turku'],
    [/Vantaa/, 'Lahti'],
  ],
};

const bodies: Readonly<Record<Language, readonly Rule[]>> = {
  fi: [
    [/elinkeino-osasto/i, 'viestintäosasto'],
    [/elinkeino-osasto/i, 'henkilöstöosasto'],
    [/vastaa kaupunginkanslian elinkeino-osasto/, 'vastaa Verohallinto'],
    [/Helsinki Partners/, 'Business Finland'],
    [/Maahanmuuttoviraston/, 'Opetushallituksen'],
    [/Verohallinnon/, 'Ulkoministeriön'],
  ],
  sv: [
    [/näringslivsavdelning/, 'personalavdelning'],
    [/Stadskansliets näringslivsavdelning/, 'Migrationsverket'],
    [/personalavdelning/, 'kommunikationsavdelning'],
    [/Migrationsverket/, 'Utbildningsstyrelsen'],
    [/Österbottens TE-tjänster/, 'Nylands TE-byrå'],
  ],
  en: [
    [/Economic Development Department/, 'Communications Department'],
    [/Economic Development Department/, 'Human Resources Department'],
    [/The Economic Development Department of the City Executive Office leads/, 'Kela leads'],
    [/Finnish Immigration Service/, 'Ministry of the Interior'],
    [/Ostrobothnia TE Services/, 'Business Finland'],
  ],
};

/** A denial more, or one less. */
function negations(text: string, language: Language): Mutation[] {
  const rules: Readonly<Record<Language, readonly Rule[]>> = {
    fi: [
      [/^Ei, Vaasa ei osallistunut/, 'Vaasa osallistui'],
      [/ei ole nimetty vastuutahoa/, 'on nimetty vastuutaho'],
      [/Myöskään aikataulua ei ole määritelty/, 'Aikataulu on määritelty'],
      [/ vastaa /, ' ei vastaa '],
      [/siirtyi /, 'ei siirtynyt '],
      [/aloitti /, 'ei aloittanut '],
      [/ kokoontuivat /, ' eivät kokoontuneet '],
      [/ johtaa /, ' ei johda '],
      [/ on /, ' ei ole '],
    ],
    sv: [
      [/^Nej, Vasa deltog inte/, 'Vasa deltog'],
      [/^Ingen ansvarig part har/, 'En ansvarig part har'],
      [/ uppger inte vilket/, ' uppger vilket'],
      [/ har /, ' har inte '],
      [/ är /, ' är inte '],
      [/ övergick /, ' övergick inte '],
      [/ tog över /, ' tog inte över '],
      [/ börjar /, ' börjar inte '],
      [/ deltar /, ' deltar inte '],
    ],
    en: [
      [/did not take part/, 'took part'],
      [/does not name any/, 'names the'],
      [/^No responsible party has/, 'A responsible party has'],
      [/does not say in which/, 'says in which'],
      [/ leads /, ' does not lead '],
      [/ is /, ' is not '],
      [/ has /, ' does not have '],
      [/ moved /, ' did not move '],
      [/ took over /, ' did not take over '],
      [/ started /, ' did not start '],
      [/ were /, ' were not '],
      [/ are /, ' are not '],
    ],
  };
  return each('negation', text, rules[language]).filter((mutation) => !/^Nej, .*inte inte/.test(mutation.text));
}
