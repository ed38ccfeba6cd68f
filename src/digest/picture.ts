import type { Light } from '../domain/light.ts';
import { mostRows, type PictureRow, type PictureWords } from './board-svg.ts';
import type { Digest } from './digest.ts';

/** Templates and words of one language, as the texts have them. */
export type PictureTexts = {
  title: string;
  /** "vk {week}" */
  week: string;
  today: string;
  /** "{light} {count}" */
  count: string;
  more: { one: string; other: string };
  /** Said where no light is shown, null where one is. */
  nothing: string | null;
  lights: Readonly<Record<Light | 'none', string>>;
  /** The digest's day as it is written. */
  day: string;
};

const legendOrder = ['red', 'yellow', 'grey', 'green', 'none'] as const;

/** What the picture of a digest shows, in the digest's language. */
export function pictureOf(digest: Digest, texts: PictureTexts): { rows: PictureRow[]; words: PictureWords } {
  const { board, counts, weeks, language } = digest;
  const week = (name: string | undefined) => texts.week.replace('{week}', String(Number(name?.slice(-2) ?? 0)));
  const more = board.length - mostRows;
  return {
    rows: board.map(({ target, light, weeks: past }) => ({
      number: numberOf(target.label, target.target.id),
      name: target.names[language],
      light,
      weeks: past,
    })),
    words: {
      title: texts.title.replace('{date}', texts.day),
      scope: digest.scope.map((name) => name[language]).join(', '),
      firstWeek: week(weeks[0]),
      lastWeek: week(weeks.at(-1)),
      today: texts.today,
      legend: legendOrder
        .filter((light) => counts[light] > 0)
        .map((light) => ({
          light: light === 'none' ? null : light,
          words: texts.count.replace('{light}', texts.lights[light]).replace('{count}', String(counts[light])),
        })),
      nothing: texts.nothing,
      more: more > 0 ? (more === 1 ? texts.more.one : texts.more.other).replace('{count}', String(more)) : null,
    },
  };
}

/** "5"; with its programme where a bare number would mean another goal ("helsinki 5"). */
function numberOf(label: string, id: string): string {
  return label.includes(' ') ? label : id;
}
