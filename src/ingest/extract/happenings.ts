import type { Language } from '../../domain/language.ts';

/** What happens at a time: two statements are about one happening only when their kinds agree. */
export const happeningKinds = ['opening', 'start', 'force', 'move', 'end', 'held'] as const;
export type HappeningKind = (typeof happeningKinds)[number];

const word = (alternatives: string) => new RegExp(`(?<![\\p{L}-])(?:${alternatives})(?![\\p{L}-])`, 'gu');
const will = '(?:will|is to|are to|was to)\\s';

const verbs: Readonly<Record<Language, Readonly<Record<HappeningKind, RegExp>>>> = {
  fi: {
    opening: word('avataan|avautuu|avautui|avautuvat|avattiin|avaa|avasi|aukeaa|vihitään käyttöön'),
    start: word(
      'alkaa|alkoi|alkavat|käynnistyy|käynnistyi|käynnistyvät|käynnistetään|käynnistettiin|(?:aloittaa|aloitti|aloittavat)(?:\\stoimintansa|(?=\\s*(?:[,.]|$|vuodenvaihteessa)))',
    ),
    force: word('(?:astuu|astui|astuvat|tulee|tuli|tulevat)\\svoimaan'),
    move: word(
      'muutt(?:aa|i|avat)(?=[^.]{0,60}(?:lle|een|iin|oon|aan|ään|uun|yyn|hin)(?!\\p{L}))|siirtyy|siirtyi|siirtyvät|siirretään|siirrettiin',
    ),
    end: word(
      'päättyy|päättyi|päättyvät|loppuu|loppui|lakkaa|suljetaan|suljettiin|sulkeutuu|jatkuu(?=[^.]{0,40}(?:loppuun|saakka|asti))',
    ),
    held: word('järjestetään|järjestettiin|pidetään|pidettiin|kokoontuu|kokoontuvat|vietetään|kestää|on käynnissä'),
  },
  sv: {
    opening: word('öppnar|öppnas|öppnade|öppnades|invigs|invigdes'),
    start: word('startar|startade|börjar|började|inleds|inleddes|inleder|lanseras|lanserades'),
    force: word('träder\\si\\skraft|trädde\\si\\skraft|börjar\\sgälla'),
    move: word('flyttar|flyttas|flyttade|övergår|övergick|överförs|överfördes|överflyttas'),
    end: word(
      'upphör|upphörde|avslutas|avslutades|stänger|stängs|går\\sut|löper\\sut|utgår|(?:fortsätter|pågår)(?=[^.]{0,30}\\still\\s)',
    ),
    held: word('ordnas|ordnades|hålls|hölls|arrangeras|äger\\srum|ägde\\srum|pågår'),
  },
  en: {
    opening: word(`opens|opened|is opening|(?:is|was|were) opened|${will}(?:be )?open(?:ed)?`),
    start: word(
      `starts|started|begins|began|launches|launched|(?:is|was) launched|${will}(?:be )?(?:start|begin|launch)(?:ed)?`,
    ),
    force: word(
      `enters? into force|entered into force|takes? effect|took effect|comes? into (?:force|effect)|came into (?:force|effect)`,
    ),
    move: word(
      `moves|moved|relocates|relocated|${will}(?:be )?(?:move|relocate|transfer)(?:r?ed|d)?|(?:is|are) transferred`,
    ),
    end: word(
      `ends|ended|closes?|closed|expires?|finish(?:es|ed)?|${will}(?:be )?(?:end|close|expire)d?|(?:continues|runs) until`,
    ),
    held: word(
      `takes? place|took place|(?:is|are|was|were) (?:held|organised|organized|arranged)|${will}(?:take place|be held|be organised|be organized|be arranged)|runs|lasts`,
    ),
  },
};

const dateNouns: Readonly<Record<Language, readonly (readonly [RegExp, HappeningKind])[]>> = {
  fi: [
    [/(?<!\p{L})(?:avajaispäivä|avaamispäivä|avajaiset)\s(?:on|ovat|pidetään)(?!\p{L})/u, 'opening'],
    [/(?<!\p{L})(?:aloituspäivä|alkamispäivä|aloitusajankohta)\son(?!\p{L})/u, 'start'],
    [/(?<!\p{L})(?:päättymispäivä|määräaika|määräpäivä)\s(?:on|päättyy)(?!\p{L})/u, 'end'],
  ],
  sv: [
    [
      /(?<!\p{L})(?:invigningsdag|invigningsdagen|invigningsdatum|invigningsdatumet|öppningsdag|öppningsdagen|öppningsdatum|öppningsdatumet)\s(?:är|blir)(?!\p{L})/iu,
      'opening',
    ],
    [/(?<!\p{L})(?:startdatum|startdatumet|startdag|startdagen)\s(?:är|blir)(?!\p{L})/iu, 'start'],
    [/(?<!\p{L})(?:sista\sansökningsdag|sista\sansökningsdagen|slutdatumet)\s(?:är|blir)(?!\p{L})/iu, 'end'],
  ],
  en: [
    [/(?<!\p{L})(?:opening\s(?:date|day))\s(?:is|will be)(?!\p{L})/iu, 'opening'],
    [/(?<!\p{L})(?:(?:start|starting|launch)\sdate)\s(?:is|will be)(?!\p{L})/iu, 'start'],
    [/(?<!\p{L})(?:(?:application\s)?deadline|closing\sdate|end\sdate)\s(?:is|will be)(?!\p{L})/iu, 'end'],
  ],
};

/** A verb of happening in a text: its kind and where it stands, in UTF-16 code units, end exclusive. */
export type HappeningVerb = {
  kind: HappeningKind;
  start: number;
  end: number /** True for "the opening date is". */;
  dateNoun: boolean;
};

/** The one happening that a clause tells, null when it tells none or several. */
export function happeningIn(clause: string, language: Language): HappeningVerb | null {
  for (const [pattern, kind] of dateNouns[language]) {
    const match = pattern.exec(clause);
    if (match) return { kind, start: match.index, end: match.index + match[0].length, dateNoun: true };
  }
  const found = happeningKinds.flatMap((kind) =>
    [...clause.matchAll(verbs[language][kind])].map(
      (match): HappeningVerb => ({ kind, start: match.index, end: match.index + match[0].length, dateNoun: false }),
    ),
  );
  const outer = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  const kinds = new Set(outer.map(({ kind }) => kind));
  return kinds.size === 1 ? (outer[0] ?? null) : (endsFirst(outer) ?? null);
}

/** "pågår till" and "runs until" say an end though their verb alone would say a period. */
function endsFirst(found: readonly HappeningVerb[]): HappeningVerb | undefined {
  const end = found.find(({ kind }) => kind === 'end');
  return end && found.every(({ start }) => start === end.start) ? end : undefined;
}
