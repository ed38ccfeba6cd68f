import type { Language } from '../../domain/language.ts';

/**
 * Last parts of Finnish surnames whose stem changes: nominative, stem of the weak grade (genitive "Lahde-n") and of the strong one
 * (illative "Lahte-en") where they differ from it.
 */
const natureWords: readonly (readonly [nominative: string, ...stems: string[]])[] = `
ranta/ranna mäki/mäe/mäke joki/joe/joke järvi/järve niemi/nieme salmi/salme lahti/lahde/lahte koski/koske saari/saare lampi/lamme/lampe korpi/korve/korpe kangas/kankaa virta/virra
lehto/lehdo luoto/luodo aalto/aallo vuori/vuore kivi/kive pelto/pello silta/silla tupa/tuva niitty/niity leppä/lepä kuusi/kuuse halme/halmee laine/lainee lähde/lähtee nurmi/nurme
kurki/kurje hirvi/hirve susi/sude/sute uusi/uude/uute käsi/käde vesi/vede hanhi/hanhe lumi/lume tuomi/tuome saarni/saarne talvi/talve suvi/suve pirtti/pirti harju aho salo kallio vaara oja suo
pohja katu/kadu tausta/tausta kanta/kanna ruoho/ruoho hauta/hauda rinne/rintee mänty/männy palo pää/pää maa/maa koto/kodo kylä silta/silla kaski/kaske kaarto/kaarro varpu/varvu vainio honka/honga
seppä/sepä hakka/haka takku/taku tikka/tika kauppi/kaupi rautio heikki/heiki pekka/peka antti/anti matti/mati lukko/luko hukka/huka ruotsi anttila kukka/kuka loppi/lopi nikki/niki
kettu/ketu peltola terho/terho tarkka/tarka ukko/uko kokko/koko kykkö/kykö parkki/parki sakki/saki luukko/luuko turkki/turki`
  .trim()
  .split(/\s+/)
  .map((entry) => {
    const [nominative = '', ...stems] = entry.split('/');
    return [nominative, ...stems];
  });

/** A longer word is no surname and stays as it is. */
const longestSurname = 50;

/** Case endings that a Finnish surname takes in running text, the longest first. */
const caseEndings = [
  'lla',
  'llä',
  'lta',
  'ltä',
  'lle',
  'ssa',
  'ssä',
  'sta',
  'stä',
  'ksi',
  'na',
  'nä',
  'ta',
  'tä',
  'in',
  'n',
  'a',
  'ä',
];

/** Weak grades of consonants and the strong ones they may come from. */
const strongGrades: Readonly<Record<string, string>> = {
  nn: 'nt',
  rr: 'rt',
  ll: 'lt',
  mm: 'mp',
  ng: 'nk',
  d: 't',
  v: 'p',
  p: 'pp',
  t: 'tt',
  k: 'kk',
};

const foreignLetters =
  /[bcfgqwxzåšžéüø]|(?:man|son|sen|er|or|ar|ov|ev|ez|ich|lm|lund|ström|stedt|blad|dahl|lind|nd|rd|ld|rg|st|vist|roos|rén|sjö|oth|ell|th|dt|gren|d)i?$/iu;

/**
 * The nominatives that a surname as written may stand for, the likeliest first; the written form itself is among them, first unless
 * `inflected` says that the sentence asks for a case or the ending is that of a Finnish genitive ("Leppäsen"). "Lehtorannan" may be Lehtoranta, "Silfverin" Silfver or Silfveri.
 */
export function nominatives(surname: string, language: Language, inflected = false): string[] {
  if (surname.length > longestSurname) return [surname];
  const parts = surname.split('-');
  const last = parts.at(-1) ?? surname;
  const head = parts.length > 1 ? `${parts.slice(0, -1).join('-')}-` : '';
  const forms = language === 'fi' ? finnishNominatives(last) : withoutGenitive(last);
  const genitive = language === 'fi' && /[aeiouyäö]sen$/u.test(last);
  const all = inflected || genitive ? [...forms, last] : [last, ...forms];
  return [...new Set(all)].filter((form) => form.length >= 2).map((form) => head + form);
}

/** Swedish and English genitives: "Engblads", "Haapalehto’s". */
function withoutGenitive(word: string): string[] {
  const bare = word.replace(/['’]s?$/u, '');
  return bare.endsWith('s') && bare.length > 4 ? [bare.slice(0, -1)] : bare === word ? [] : [bare];
}

function finnishNominatives(word: string): string[] {
  if (word.endsWith('nen')) return [];
  const diminutive = /^(.+)s(?:en|ella|ellä|elle|elta|eltä|essa|essä|esta|estä|eksi|ena|enä|een|ta|tä)$/u.exec(word);
  const found = diminutive?.[1] === undefined ? [] : [`${diminutive[1]}nen`];
  for (const ending of caseEndings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < 2 || (ending === 'in' && !/[^aeiouyäö]$/iu.test(stem))) continue;
    found.push(...fromStem(stem, ending));
  }
  return found;
}

function fromStem(stem: string, ending: string): string[] {
  const lower = stem.toLowerCase();
  if (ending === 'in')
    return foreignLetters.test(stem) || /[aeiouyäö][nldmstkh]$/u.test(stem) ? [stem, `${stem}i`] : [`${stem}i`, stem];
  const vowelFinal = /[aeiouyäöå]$/iu.test(stem);
  if (!vowelFinal) return [];
  const nature = natureWords
    .filter(([, ...stems]) => stems.some((changed) => lower.endsWith(changed)))
    .map(([nominative, ...stems]) => {
      const changed = stems.find((candidate) => lower.endsWith(candidate)) ?? '';
      const start = stem.slice(0, stem.length - changed.length);
      return start === '' ? nominative.charAt(0).toUpperCase() + nominative.slice(1) : start + nominative;
    });
  const bare = stem.endsWith('i') && foreignLetters.test(stem) ? [stem.slice(0, -1), stem] : [stem];
  const graded = /(nn|rr|ll|mm|ng|d|v|p|t|k)([aeiouyäö])$/u.exec(stem);
  const strong = graded ? stem.slice(0, graded.index) + (strongGrades[graded[1] ?? ''] ?? '') : null;
  const others =
    strong === null || !graded ? [] : [`${strong}${graded[2]}`, ...(graded[2] === 'e' ? [`${strong}i`] : [])];
  const eStem = /[^e]e$/u.test(stem) ? [`${stem.slice(0, -1)}i`] : stem.endsWith('ee') ? [stem.slice(0, -1)] : [];
  const asStem = /(?:aa|ää)$/u.test(stem) ? [`${stem.slice(0, -1)}s`] : [];
  return [...nature, ...eStem, ...bare, ...others, ...asStem];
}
