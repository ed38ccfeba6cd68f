import type { Language, Localized } from '../../domain/language.ts';
import { asWritten } from './localize.ts';

/** Degrees whose names correspond: Finnish, Swedish and English as the universities and the National Agency for Education give them. */
const degrees: readonly (readonly [fi: string, sv: string, en: string])[] = [
  ['filosofian maisteri', 'filosofie magister', 'Master of Arts or Science (FM)'],
  ['filosofian tohtori', 'filosofie doktor', 'Doctor of Philosophy'],
  ['filosofian lisensiaatti', 'filosofie licentiat', 'Licentiate of Philosophy'],
  ['kasvatustieteen maisteri', 'pedagogie magister', 'Master of Education'],
  ['kasvatustieteiden maisteri', 'pedagogie magister', 'Master of Education'],
  ['kasvatustieteen tohtori', 'pedagogie doktor', 'Doctor of Education'],
  ['valtiotieteiden maisteri', 'politices magister', 'Master of Social Sciences'],
  ['yhteiskuntatieteiden maisteri', 'politices magister', 'Master of Social Sciences'],
  ['valtiotieteiden tohtori', 'politices doktor', 'Doctor of Social Sciences'],
  ['kauppatieteiden maisteri', 'ekonomie magister', 'Master of Science in Economics and Business Administration'],
  ['kauppatieteiden tohtori', 'ekonomie doktor', 'Doctor of Science in Economics and Business Administration'],
  ['hallintotieteiden maisteri', 'förvaltningsmagister', 'Master of Administrative Sciences'],
  ['hallintotieteiden tohtori', 'förvaltningsdoktor', 'Doctor of Administrative Sciences'],
  ['oikeustieteen maisteri', 'juris magister', 'Master of Laws'],
  ['oikeustieteen kandidaatti', 'juris kandidat', 'Bachelor of Laws'],
  ['terveystieteiden maisteri', 'magister i hälsovetenskaper', 'Master of Health Sciences'],
  ['psykologian maisteri', 'psykologie magister', 'Master of Psychology'],
  ['teologian maisteri', 'teologie magister', 'Master of Theology'],
  ['kauppatieteiden maisteri', 'magisterexamen i ekonomi', 'Master’s degree in Economics and Business Administration'],
  ['kasvatustieteen maisteri', 'magisterexamen i pedagogik', 'Master’s degree in Education'],
  ['yhteiskuntatieteiden maisteri', 'magisterexamen i samhällsvetenskaper', 'Master’s degree in Social Sciences'],
  ['hallintotieteiden maisteri', 'magisterexamen i förvaltning', 'Master’s degree in Administrative Sciences'],
  ['diplomi-insinööri', 'diplomingenjör', 'Master of Science (Technology)'],
  ['tekniikan tohtori', 'teknologie doktor', 'Doctor of Science (Technology)'],
  ['valtiotieteilijä', 'statsvetare', 'political scientist'],
  ['tradenomi', 'tradenom', 'Bachelor of Business Administration'],
  ['restonomi', 'restonom', 'Bachelor of Hospitality Management'],
  ['sosionomi', 'socionom', 'Bachelor of Social Services'],
  ['insinööri', 'ingenjör', 'Bachelor of Engineering'],
  ['ekonomi', 'ekonom', 'Master of Science in Economics and Business Administration'],
  ['agronomi', 'agronom', 'Master of Science (Agriculture)'],
  [
    'johtamisen erikoisammattitutkinto',
    'specialyrkesexamen i ledarskap',
    'Specialist Vocational Qualification in Leadership',
  ],
  [
    'johtamisen ja yritysjohtamisen erikoisammattitutkinto',
    'specialyrkesexamen i ledarskap och företagsledning',
    'Specialist Vocational Qualification in Leadership and Business Management',
  ],
  ['EMBA', 'EMBA', 'EMBA'],
  ['MBA', 'MBA', 'MBA'],
];

const patterns: Readonly<Record<Language, RegExp>> = {
  fi: /(?<!\p{L})(?:(?:\p{Ll}[\p{Ll}-]*(?:n|den|ten|jen)\s(?:ja\s)?){1,4}(?:maisteri|tohtori|lisensiaatti|kandidaatti)(?:n tutkinto|n tutkinnon|ksi|na)?|(?:\p{Ll}[\p{Ll}-]*(?:n|den)\s(?:ja\s)?){0,3}\p{Ll}*tutkin(?:to|non)|(?:\p{Ll}+-)?insinööri|valtiotieteilijä|tradenomi|restonomi|sosionomi|agronomi|ekonomi|[Ee]?MBA|FM|FT|KTM|YTM|VTM|HTM|KM|OTM|DI)(?!\p{L})/gu,
  sv: /(?<!\p{L})(?:(?:politices|pedagogie|filosofie|ekonomie|juris|teologie|teknologie|psykologie|medicine|agronomie|hälsovårds)\s(?:magister|doktor|licentiat|kandidat)(?:examen)?|\p{Ll}*(?:magister|doktors|licentiat|kandidat|yrkes|högskole)examen(?:\si\s\p{Ll}+(?:\soch\s\p{Ll}+)?)?|förvaltningsmagister|magister i \p{Ll}+|diplomingenjör|statsvetare|tradenom|restonom|socionom|ekonom|agronom|jurist|yh-ingenjör|[Ee]?MBA|(?:pol|fil|ekon|ped|jur)\.\s?(?:mag|dr|lic|kand)\.?)(?!\p{L})/gu,
  en: /(?<!\p{L})(?:(?:Master|Bachelor|Doctor|Licentiate)(?:['’]s)?(?:\sdegree)?(?:\s(?:of|in)\s\p{Lu}\p{L}+(?:(?:\sand|,|\sof|\sin|\s&)?\s\p{Lu}\p{L}+){0,5})?|(?:master|bachelor|doctor)(?:['’]s|al)\sdegree(?:\sin\s\p{L}+(?:\s(?:and\s)?\p{L}+){0,3})?|doctorate(?:\sin\s\p{L}+)?|degree in \p{L}+(?:\s(?:and\s)?\p{L}+){0,3}|Ph\.?D|[Ee]?MBA|M\.?Sc\.?|M\.?A\.?|political scientist)(?!\p{L})/gu,
};

const school: Readonly<Record<Language, RegExp>> = {
  fi: /(?!)/u,
  sv: /^\s(?:från|vid)\s(?:\p{Lu}[\p{L}-]*|\p{Ll}*(?:universitet\p{Ll}*|högskola\p{Ll}*))(?:\s(?:\p{Lu}[\p{L}-]*|universitet|akademi|högskola|yrkeshögskola)){0,3}/u,
  en: /^\s(?:from|at)\s(?:the\s)?\p{Lu}[\p{L}-]*(?:\s(?:of\s|for\s)?(?:the\s)?\p{Lu}[\p{L}-]*){0,5}/u,
};

const says: Readonly<Record<Language, RegExp>> = {
  fi: /(?<!\p{L})(?:koulutukseltaan|on|suoritta\p{L}+|tutkinto\p{L}*|valmistu\p{L}+|opiskel\p{L}+)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:är|utbildning|utbildad|examen|avlagt|har|studerat|utexaminera\p{L}+)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:is|holds?|has|graduated|studied|earned|completed|degree|educat\p{L}+)(?!\p{L})/iu,
};

/**
 * The degrees that a sentence about a person names, joined by semicolons and translated where each has a fixed counterpart; null when
 * it names none. With the school as the sentence gives it.
 */
export function educationIn(text: string, language: Language): Localized | null {
  if (!says[language].test(text)) return null;
  return degreesOf(text, [...text.matchAll(patterns[language])].slice(0, 5), language);
}

/** The degree that stands right before or after a person's name, whose place in the text is given: "filosofian tohtori Elli Saari". */
export function degreeBeside(text: string, name: { start: number; end: number }, language: Language): Localized | null {
  const beside = [...text.matchAll(patterns[language])].filter(
    ({ 0: words, index }) =>
      text.slice(index + words.length, name.start) === ' ' || /^,?\s\(?$/u.test(text.slice(name.end, index)),
  );
  return degreesOf(text, beside.slice(0, 1), language);
}

function degreesOf(text: string, matches: readonly RegExpExecArray[], language: Language): Localized | null {
  if (matches.length === 0) return null;
  const named = matches.map((match) => {
    const words = nominativeDegree(match[0], language);
    const tail = school[language].exec(text.slice(match.index + match[0].length))?.[0] ?? '';
    return { words, full: words + tail, tail };
  });
  const value = asWritten(named.map(({ full }) => full).join('; '));
  const index = { fi: 0, sv: 1, en: 2 } as const;
  const rows = named.map(({ words }) => degrees.find((row) => sameWords(row[index[language]], words)));
  if (rows.some((row) => row === undefined)) return value;
  for (const other of ['fi', 'sv', 'en'] as const) {
    if (other === language) continue;
    value[other] = named
      .map(({ tail }, at) => `${rows[at]?.[index[other]] ?? ''}${tail === '' ? '' : ` (${schoolName(tail)})`}`)
      .join('; ');
  }
  return value;
}

function sameWords(one: string, other: string): boolean {
  return one.replace(/’/gu, "'").toLowerCase() === other.replace(/’/gu, "'").toLowerCase();
}

/** The school's own name without the preposition before it. */
function schoolName(tail: string): string {
  return tail.trim().replace(/^(?:från|vid|from|at)\s(?:the\s)?/u, '');
}

function nominativeDegree(words: string, language: Language): string {
  if (language === 'sv')
    return words.replace(/^(politices|pedagogie|filosofie|ekonomie|juris) (magister|doktor)examen$/u, '$1 $2');
  if (language !== 'fi') return words;
  return words
    .replace(/^(?:(?:koulutukseltaan|peruskoulutukseltaan|ammatiltaan|on|hän|niin|kuin|oman)\s)+/u, '')
    .replace(/tutkinnon$/u, 'tutkinto')
    .replace(/(maisteri|tohtori|lisensiaatti|kandidaatti)(?:ksi|na)$/u, '$1');
}
