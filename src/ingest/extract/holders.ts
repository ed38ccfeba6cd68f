import type { Language } from '../../domain/language.ts';
import { successionIn } from './careers.ts';
import type { PostMention } from './posts.ts';
import type { Candidate, Line, Mention } from './reading.ts';

/** How a person stands to a post: appointed to it, holding it, or having held it. */
export type Holding = 'appointed' | 'holds' | 'held';

/** A person and a post that one line ties together. */
export type Tie = {
  person: Candidate;
  post: PostMention;
  holding: Holding;
  line: Line;
  /** True when the name and the post stand side by side. */
  adjacent: boolean;
};

type Cue = readonly [RegExp, Holding];

const cues: Readonly<Record<Language, readonly Cue[]>> = {
  fi: [
    [
      /(?<!\p{L})(?:valittu|valitun|valittiin|valitsi|valitaan|valinnut|nimit\p{Ll}{2,8}|nimet\p{Ll}{2,6}|nimesi|palka\p{Ll}{2,6}|palkk\p{Ll}{2,6}|aloitt?a\p{Ll}{0,6}|aloitti|siirtyy|siirtyi|ryhty\p{Ll}{1,3}|kutsu\p{Ll}{1,6}|tulee|nousee|seuraa)(?!\p{L})/gu,
      'appointed',
    ],
    [
      /(?<!\p{L})(?:toimii|työskentelee|jatkaa|on(?!\s(?:\p{Ll}+\s)?(?:\p{Ll}{3,}(?:ttu|tty|nut|nyt)|ollut|tullut)(?!\p{L})))(?!\p{L})/gu,
      'holds',
    ],
    [
      /(?<!\p{L})(?:toimi|toiminut|toimineena|toiminutta|oli|ollut|työskenteli|työskennellyt|aiemmin|aikaisemmin|viimeksi|(?:sitä|tätä) ennen|johti)(?!\p{L})/gu,
      'held',
    ],
  ],
  sv: [
    [
      /(?<!\p{L})(?:valts|vald|valde|valdes|väljs|väljer|utsetts|utsågs|utsåg|utses|utsett|utsedd|utnämn\p{Ll}{0,4}|anställ\p{Ll}{1,3}|rekryter\p{Ll}{1,4}|tillträd\p{Ll}{1,3}|börjar|började|inled\p{Ll}{1,3}|övergår|övergick|blir|blev|efterträder|till uppgiften|till tjänsten|till befattningen)(?!\p{L})/gu,
      'appointed',
    ],
    [/(?<!\p{L})(?:arbetar|jobbar|är|fungerar|verkar|sköts av|innehas av)(?!\p{L})/gu, 'holds'],
    [
      /(?<!\p{L})(?:tidigare|arbetat|arbetade|jobbat|jobbade|varit|var|dessförinnan|innan dess|förut|verkat|verkade|närmast|senast|från (?:\p{Ll}+\s)?(?:uppgiften|tjänsten|befattningen|uppdraget|jobbet|posten|rollen)|kommer från|kom från)(?!\p{L})/gu,
      'held',
    ],
  ],
  en: [
    [
      /(?<!\p{L})(?:appoint(?:ed|s)|named|selected|chosen|elected|starts?|started|begins?|joins|joined|hired|recruited|becomes?|became|takes? (?:up|over)|took (?:up|over)|succeeds?|will be|steps? into)(?!\p{L})/giu,
      'appointed',
    ],
    [/(?<!\p{L})(?:works|is|serves|currently|continues)(?!\p{L})/giu, 'holds'],
    [
      /(?<!\p{L})(?:previously|formerly|earlier|worked|was|were|served|has been|had been|before (?:that|this)|most recently|from (?:his|her|their|the) (?:post|position|role|job))(?!\p{L})/giu,
      'held',
    ],
  ],
};

const pronouns: Readonly<Record<Language, RegExp>> = {
  fi: /(?<!\p{L})(?:hän|hänet|hänellä|hänestä)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:hon|han)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:she|he)(?!\p{L})/iu,
};

/** True when a line speaks of somebody by a pronoun for people. */
export function hasPronoun(line: Line): boolean {
  return pronouns[line.language].test(line.text);
}

const firstPerson: Readonly<Record<Language, RegExp>> = {
  fi: /(?<!\p{L})(?:minä|minut|minulla|minusta|olen|toimin|aloitan|aloitin|siirryn|johdan)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:jag|mig|min|mitt|mina)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:I|I['’]ve|I['’]m|my)(?!\p{L})/u,
};

/** True when somebody speaks of themselves in a line, as in an interview. */
export function isInFirstPerson(line: Line): boolean {
  return firstPerson[line.language].test(line.text);
}

/**
 * The ties between the people and posts of a line. `subject` is whom a pronoun in it means, null when nobody is clear. A post standing beside a
 * name belongs to that name; otherwise only a verb or case that says so ties the nearest name before it, or the only one after it.
 */
export function tiesOf(line: Line, subject: Candidate | null): Tie[] {
  return line.posts.flatMap((post): Tie[] => {
    const beside = besideName(line, post);
    if (beside) return [{ person: beside.person, post, holding: post.former ? 'held' : 'holds', line, adjacent: true }];
    if (line.quoted || belongsToOther(line, post)) return [];
    const role = roleOf(line, post);
    if (role === null) return [];
    const nearest = personOf(line, post, subject);
    const succession = nearest ? successionIn(line, subject) : null;
    const person = succession && nearest === succession.predecessor ? succession.successor : nearest;
    if (!person) return [];
    const holding = post.former ? 'held' : (role ?? cueAt(line, post));
    return holding === null ? [] : [{ person, post, holding, line, adjacent: false }];
  });
}

/** "hyvinvointijohtaja Virve Flinkkilä", "Arttu Malmikoski, Director of Employment Services at the City of Vantaa, says …". */
function besideName(line: Line, post: PostMention): Mention | null {
  const { text, mentions } = line;
  if (post.case !== 'nominative' && post.case !== 'definite') return null;
  const after = mentions.find(
    ({ start, full }) => full && start >= post.end && /^(?:\s|:\s)$/u.test(text.slice(post.end, start)),
  );
  if (after) return after;
  const between = mentions.find(
    ({ start, end, full }) =>
      full && start === post.end + 2 && text.slice(post.end, start) === ', ' && text[end] === ',',
  );
  if (between) return between;
  const before = mentions.find(
    ({ end, full }) =>
      full &&
      end <= post.start &&
      /^(?:,\s|\s[–—-]\s)(?:(?:the|our|new|kaupungin|uusi|nuvarande|ny|stadens|stadens nya)\s){0,2}$/u.test(
        text.slice(end, post.start),
      ),
  );
  return before && /^(?:\s*$|[.,;:)]|\s(?:at|vid|i|på|in|of|for)\s|\s[–—-]\s)/u.test(text.slice(post.end))
    ? before
    : null;
}

/** True when another name stands beside the post's words, or the post is the one who acts on a person: "har stadsdirektören utsett …". */
function belongsToOther(line: Line, post: PostMention): boolean {
  if (line.language === 'sv' && post.case === 'definite')
    return !/(?:uppgiften|tjänsten|befattningen|uppdraget)\s(?:som|av)\s$/u.test(line.text.slice(0, post.start));
  return post.case === 'other' || (line.language !== 'fi' && post.case === 'genitive');
}

/** What the post's own form says: null when it ties nobody, undefined when the verb decides. */
function roleOf(line: Line, post: PostMention): Holding | null | undefined {
  const { text } = line;
  const before = text.slice(0, post.start);
  const after = text.slice(post.end);
  if (line.language === 'fi') return finnishRole(post, before, after);
  if (line.language === 'sv') {
    if (/från (?:\p{Ll}+\s)?(?:uppgiften|tjänsten|befattningen|uppdraget|jobbet|posten|rollen) som\s$/u.test(before))
      return 'held';
    if (/(?<!\p{L})(?:som|till)\s(?:(?:ny|nya|stadens|kommunens)\s){0,2}$/iu.test(before)) return undefined;
    if (/(?<!\p{L})(?:är|var|varit|blir|blev)\s(?:(?:ny|nya|stadens|kommunens)\s){0,2}$/u.test(before))
      return undefined;
    return isCopula(line, post, /^\s(?:är|blir|heter)\s$/u) ? 'holds' : null;
  }
  if (/from\s(?:\p{Ll}+\s){0,2}(?:post|position|role|job) (?:of|as)\s(?:a\s|an\s|the\s)?$/iu.test(before))
    return 'held';
  if (
    /(?:\sas|appointed|named|elected|selected|chosen|appointed to be|(?:post|position|role|job|duties) of)\s(?:(?:the|a|an|its|their|new|first|our|city['’]s)\s){0,3}$/iu.test(
      before,
    )
  )
    return undefined;
  if (
    /(?:\sis|\swas|\sbecame|\sbecomes|\sbecome|\sbeen|\sbe)\s(?:(?:the|a|an|its|their|new|first|our|city['’]s)\s){0,3}$/iu.test(
      before,
    )
  )
    return undefined;
  const objective =
    line.mentions.some(({ end }) => text.slice(end, post.start) === ' ') &&
    /(?:appoint|nam|elect|select)\p{Ll}{1,4}\s/iu.test(before);
  if (objective) return 'appointed';
  return isCopula(line, post, /^\s(?:is|will be)\s$/u) ? 'holds' : null;
}

function finnishRole(post: PostMention, before: string, after: string): Holding | null | undefined {
  if (post.case === 'translative') return undefined;
  if (post.case === 'essive') return undefined;
  if (post.case === 'genitive') {
    if (/^\s(?:virkaan|tehtävään|toimeen|pestiin|paikalle)(?!\p{L})/u.test(after)) return 'appointed';
    if (/^\s(?:virasta|tehtävästä|toimesta|paikalta|tehtävistä)(?!\p{L})/u.test(after)) return 'held';
    return /^\s(?:virassa|tehtävässä|toimessa)(?!\p{L})/u.test(after) ? undefined : null;
  }
  if (post.case !== 'nominative') return null;
  if (/(?<!\p{L})(?:on|oli|ollut)\s(?:(?:nykyinen|uusi|kaupungin|kunnan)\s){0,2}$/u.test(before))
    return /(?:oli|ollut)\s(?:\p{Ll}+\s){0,2}$/u.test(before) ? 'held' : undefined;
  return /^\son\s\p{Lu}/u.test(after) ? 'holds' : null;
}

function isCopula(line: Line, post: PostMention, between: RegExp): boolean {
  return line.mentions.some(
    ({ start, full }) => full && start > post.end && between.test(line.text.slice(post.end, start)),
  );
}

function personOf(line: Line, post: PostMention, subject: Candidate | null): Candidate | null {
  const right = line.mentions.find(({ start, full }) => full && start === post.end + 1);
  if (right && post.case === 'translative' && !namesOnlyOwner(line, right)) return right.person;
  const before = line.mentions.findLast(({ end }) => end <= post.start);
  if (before && !namesOnlyOwner(line, before)) return before.person;
  const after = line.mentions.find(({ start }) => start >= post.end);
  if (after) return after.person;
  return hasPronoun(line) || isInFirstPerson(line) ? subject : null;
}

/** "Tom Engblads efterträdare", "Lehtosen seuraajaksi": the name only says whose. */
function namesOnlyOwner(line: Line, mention: Mention): boolean {
  return /^(?:['’]s?|)\s(?:efterträdare|seuraaja|successor|jälkeen|sijaan|tilalle)/u.test(
    line.text.slice(mention.end, mention.end + 24),
  );
}

/** What the nearest verb before the post says, else the nearest after it; a headline without a verb announces an appointment. */
function cueAt(line: Line, post: PostMention): Holding | null {
  const found = cues[line.language].flatMap(([pattern, holding]) =>
    [...line.text.matchAll(pattern)].map((match) => ({ at: match.index, holding })),
  );
  const before = found.filter(({ at }) => at < post.headStart).toSorted((a, b) => b.at - a.at)[0];
  const after = found.filter(({ at }) => at >= post.headStart).toSorted((a, b) => a.at - b.at)[0];
  if (before) return before.holding;
  if (after) return after.holding;
  return line.passage.role === 'title' || line.passage.role === 'heading' ? 'appointed' : null;
}

const toThePost: Readonly<Record<Language, RegExp>> = {
  fi: /(?<!\p{L})(?:virkaan|tehtävään|toimeen)(?!\p{L})/iu,
  sv: /(?<!\p{L})till\s(?:tjänsten|uppdraget|befattningen|posten)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:to|for|into)\sthe\s(?:post|position|role|job)(?!\p{L})/iu,
};
/** How many lines may stand between a post and "virkaan valittiin …". */
const farthestPost = 3;

/** "Virkaan valittiin Maria Holm": the one person whom a line appoints to the post that the lines before it speak of. */
export function appointmentsToThePost(lines: readonly Line[]): Tie[] {
  return lines.flatMap((line, index): Tie[] => {
    const people = line.mentions.filter(({ full }) => full);
    const [only] = people;
    const chosen = cues[line.language].some(
      ([pattern, holding]) => holding === 'appointed' && line.text.search(pattern) >= 0,
    );
    if (
      line.quoted ||
      line.posts.length > 0 ||
      !only ||
      people.length > 1 ||
      !chosen ||
      !toThePost[line.language].test(line.text)
    )
      return [];
    const earlier = lines.slice(Math.max(0, index - farthestPost), index);
    const post = earlier.flatMap(({ posts }) => posts).findLast(({ former }) => !former);
    return post ? [{ person: only.person, post, holding: 'appointed', line, adjacent: false }] : [];
  });
}

/** Contact blocks: for each person whose name stands on a line of its own, the post on the next line. */
export function postsBelow(lines: readonly Line[]): Map<Candidate, Tie> {
  const found = new Map<Candidate, Tie>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const [mention] = line.mentions;
    if (!next || !mention?.full || mention.end - mention.start < line.text.length - 1 || found.has(mention.person))
      continue;
    if (next.passage.role === 'sentence' || next.text.length > 100 || next.mentions.length > 0) continue;
    const [post] = next.posts;
    if (post && post.case === 'nominative' && post.start === 0)
      found.set(mention.person, { person: mention.person, post, line: next, holding: 'holds', adjacent: true });
  }
  return found;
}
