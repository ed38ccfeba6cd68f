import type { Language } from '../../domain/language.ts';
import { wordSet } from './localize.ts';

/** The case of a Finnish post word; Swedish and English ones are nominative, or definite where the ending says so. */
export type PostCase = 'nominative' | 'genitive' | 'translative' | 'essive' | 'other' | 'definite' | 'plural';

/** A word that names a post: its base form, with the first letter small unless it is an abbreviation, and its case. */
export type PostWord = { base: string; case: PostCase };

/** Heads of Finnish posts as "strong stem/weak stem" where gradation or the stem differs. */
const finnishHeads = wordSet(`
johtaja päällikkö/päällikö koordinaattori asiantuntija sihteeri pormestari rehtori ohjaaja suunnittelija valmentaja neuvoja ministeri esihenkilö esimies/esimiehe tutkija opettaja lehtori
professori dekaani tiedottaja lakimies/lakimiehe asiamies/asiamiehe juristi arkkitehti insinööri lääkäri analyytikko/analyytiko konsultti/konsulti kouluttaja kehittäjä valtuutettu/valtuutetu tarkastaja
kansleri vetäjä edustaja toimittaja reviisori esittelijä hoitaja perustaja yrittäjä psykologi palvelija sovittelija kuraattori manageri controlleri luotsi`);

/** Heads that name a post only as the end of a compound ("palveluvastaava", but "vastaava ohjaaja"). */
const finnishCompoundHeads = wordSet(`vastaava kehittäjä edustaja hoitaja luotsi palvelija perustaja vetäjä`);

const swedishHeads = wordSet(`
chef direktör ledare koordinator samordnare sakkunnig sekreterare borgmästare rektor ansvarig handledare planerare rådgivare ordförande minister förman föreståndare expert specialist utvecklare
lärare professor lots jurist ombudsman informatör kommunikatör redaktör inspektör konsult handläggare läkare ingenjör arkitekt dekan coach producent forskare vd analytiker revisor kurator dataskyddsombud
förperson talesperson verksamhetsledare kansler lektor docent strateg vägledare grundare företagare`);

/** Heads that are common words by themselves and name a post only as the end of a compound. */
const swedishCompoundHeads = wordSet(`ansvarig ledare expert lots coach handläggare grundare minister`);

const englishHeads = wordSet(`
director manager head mayor chief officer coordinator co-ordinator chair chairperson chairman chairwoman president specialist advisor adviser secretary leader lead supervisor planner principal rector professor minister ceo
counsellor expert consultant editor researcher architect engineer analyst lawyer ombudsman spokesperson treasurer founder dean lecturer teacher developer designer inspector controller superintendent`);

/** English heads that need a word before or after them: "lead" and "expert" are common words. */
export const looseEnglishHeads = wordSet(
  'lead head chief expert leader officer minister engineer teacher researcher developer designer editor analyst founder',
);

const finnishPluralEndings = wordSet(`
ien ia iä ina inä iksi ille illa illä ilta iltä oiden öiden oita öitä oille öille oina öinä oiksi öiksi eiden eita eitä eille eina einä eiksi iden ita itä`);

const finnishForms = buildFinnishForms();

function buildFinnishForms(): ReadonlyMap<string, { head: string; case: PostCase }> {
  const forms = new Map<string, { head: string; case: PostCase }>();
  const add = (form: string, head: string, ofCase: PostCase) => {
    if (!forms.has(form)) forms.set(form, { head, case: ofCase });
  };
  for (const entry of [...finnishHeads, 'vastaava']) {
    const [strong = '', weak = strong] = entry.split('/');
    const essiveStem = strong.endsWith('mies') ? weak : strong;
    add(strong, strong, 'nominative');
    add(`${weak}n`, strong, 'genitive');
    add(`${weak}ksi`, strong, 'translative');
    add(`${weak}kseen`, strong, 'translative');
    for (const vowel of ['a', 'ä']) {
      add(`${strong}${vowel}`, strong, 'other');
      add(`${essiveStem}n${vowel}`, strong, 'essive');
      for (const ending of ['ll', 'lt', 'ss', 'st']) add(`${weak}${ending}${vowel}`, strong, 'other');
    }
    add(`${weak}lle`, strong, 'other');
    add(`${weak}t`, strong, 'plural');
    for (const ending of finnishPluralEndings) add(`${weak.replace(/[aäi]$/u, '')}${ending}`, strong, 'plural');
  }
  return forms;
}

const longestHeadForm = Math.max(...[...finnishForms.keys()].map((form) => form.length));

/** The post that a word names in a language, alone or as the end of a compound; null for other words. */
export function readPostWord(word: string, language: Language): PostWord | null {
  if (word.length > 60) return null;
  if (language === 'fi') return readFinnish(word);
  return language === 'sv' ? readSwedish(word) : readEnglish(word);
}

function readFinnish(word: string): PostWord | null {
  const lower = word.toLowerCase();
  for (let length = Math.min(longestHeadForm, lower.length); length >= 4; length -= 1) {
    const found = finnishForms.get(lower.slice(-length));
    if (!found) continue;
    const prefix = word.slice(0, word.length - length);
    if (prefix === '' && finnishCompoundHeads.has(found.head)) return null;
    if (/\P{L}$/u.test(prefix.replace(/-$/u, ''))) return null;
    return { base: lowerFirst(prefix + found.head), case: found.case };
  }
  return null;
}

const swedishEndings: readonly (readonly [RegExp, PostCase])[] = [
  [/^$/u, 'nominative'],
  [/^(?:s)$/u, 'genitive'],
  [/^(?:en|n|et|a)$/u, 'definite'],
  [/^(?:ens|ns)$/u, 'other'],
  [/^(?:er|erna|ernas|na|nas|ar|arna|ga)$/u, 'plural'],
];

function readSwedish(word: string): PostWord | null {
  const lower = word.toLowerCase();
  for (let tail = 0; tail <= 5 && tail < lower.length; tail += 1) {
    const ending = lower.slice(lower.length - tail);
    const ofCase = swedishEndings.find(([pattern]) => pattern.test(ending))?.[1];
    const stem = lower.slice(0, lower.length - tail);
    const head = ofCase === undefined ? undefined : longestHead(stem, swedishHeads);
    if (head === undefined || ofCase === undefined) continue;
    if (stem === head && swedishCompoundHeads.has(head)) return null;
    return { base: lowerFirst(word.slice(0, stem.length)), case: ofCase };
  }
  return null;
}

function longestHead(stem: string, heads: ReadonlySet<string>): string | undefined {
  for (let length = Math.min(stem.length, 16); length >= 2; length -= 1) {
    const head = stem.slice(-length);
    if (heads.has(head) && (length > 2 || stem.length === 2)) return head;
  }
  return undefined;
}

function readEnglish(word: string): PostWord | null {
  const lower = word.toLowerCase();
  if (englishHeads.has(lower)) return { base: word, case: 'nominative' };
  const singular = lower.replace(/s$/u, '');
  if (singular !== lower && englishHeads.has(singular)) return { base: word.slice(0, -1), case: 'plural' };
  return null;
}

/** "Pormestari" is "pormestari"; abbreviations ("TE-johtaja", "CEO") keep their capitals. */
export function lowerFirst(word: string): string {
  return /^\p{Lu}[\p{Lu}\d-]/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}
