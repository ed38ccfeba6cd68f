import type { KnownBlock, RichTextElement } from '@slack/types';
import type {
  Digest,
  DigestChange,
  DigestDue,
  DigestGap,
  DigestPassed,
  DigestStale,
  DigestTarget,
  DigestWorry,
} from '../../digest/digest.ts';
import { targetKey } from '../../domain/light.ts';
import { formatDay, formatInstantDay } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import { actorWords, heading, lightWords, targetNumber, type ViewLanguage } from './light-words.ts';
import {
  bold,
  bullets,
  cut,
  elements,
  fill,
  fillText,
  italic,
  join,
  line,
  person,
  richText,
  type Words,
} from './rich-text.ts';

/** A part of the digest: its blocks, the goals and measures that it names, and whether all of it is shown. */
export type Section = { blocks: KnownBlock[]; targets: readonly DigestTarget[]; complete: boolean };

/** Lines of each part: so many that the short form fits a phone's screen, and the whole one Slack's message. */
const shortLines = { changes: 4, worries: 4, stale: 2, due: 2, gaps: 2, comment: 90, name: 60 };
const wholeLines = { changes: 20, worries: 20, stale: 20, due: 10, gaps: 10, comment: 160, name: 80 };
type Extent = typeof shortLines;

/** The parts of the digest that have something to say, in their order. */
export function digestSections(digest: Digest, view: ViewLanguage, whole: boolean): Section[] {
  const extent = whole ? wholeLines : shortLines;
  const parts = [
    changesSection(digest, view, extent),
    worriesSection(digest, view, extent),
    staleSection(digest, view, extent),
    timetableSection(digest, view, extent),
    unownedSection(digest, view),
    gapsSection(digest, view, extent),
  ];
  return parts.filter((part) => part !== null);
}

/** What one line says, and the target that it is about. */
type Line = { words: Words; target: DigestTarget | null; whole: boolean };

function section(title: string, lines: readonly Line[], limit: number, view: ViewLanguage): Section | null {
  if (lines.length === 0) return null;
  const shown = lines.slice(0, limit);
  const more = lines.length - shown.length;
  return {
    blocks: [
      richText(line(heading(title))),
      bullets(shown.map(({ words }) => words)),
      ...(more > 0 ? [richText(line(italic(moreWords(more, view))))] : []),
    ],
    targets: shown.flatMap(({ target }) => target ?? []),
    complete: more === 0 && shown.every(({ whole }) => whole),
  };
}

function moreWords(count: number, { texts }: ViewLanguage): string {
  return fillText(countForm(texts.digest.more, count), { count });
}

function targetWords(target: DigestTarget, view: ViewLanguage, { name }: Extent): RichTextElement[] {
  return elements(bold(targetNumber(target, view)), ` ${cut(target.names[view.language], name)}`);
}

/** A change, or one line that there is none: that is news too. */
function changesSection(digest: Digest, view: ViewLanguage, extent: Extent): Section {
  const { digest: texts } = view.texts;
  const date = formatInstantDay(digest.since, view.language);
  const confirmed =
    digest.confirmed === 0 ? '' : fillText(countForm(texts.confirmed, digest.confirmed), { count: digest.confirmed });
  const lines = digest.changes.map((change) => changeLine(change, view, extent));
  const shown = section(fillText(texts.changes, { date }), lines, extent.changes, view);
  if (shown === null) {
    const words = [fillText(texts.noChanges, { date }), confirmed].filter((part) => part !== '').join(' ');
    return { blocks: [richText(line(words))], targets: [], complete: true };
  }
  return confirmed === '' ? shown : { ...shown, blocks: [...shown.blocks, richText(line(confirmed))] };
}

function changeLine(change: DigestChange, view: ViewLanguage, extent: Extent): Line {
  const { target, from, to, actor, comment } = change;
  const { digest: texts } = view.texts;
  const values = { from: lightWords(from, view), to: lightWords(to, view), who: actorWords(actor, view) };
  const words = fill(to === null ? texts.undone : texts.change, values);
  const said = comment === null ? [] : [' – ', italic(cut(comment, extent.comment))];
  return {
    target,
    words: elements(targetWords(target, view, extent), '\n', words, said),
    whole: comment === null || comment.length <= extent.comment,
  };
}

/** Those that have just changed stand among the changes already. */
function worriesSection(digest: Digest, view: ViewLanguage, extent: Extent): Section | null {
  const { digest: texts } = view.texts;
  const told = new Set(digest.changes.slice(0, extent.changes).map(({ target }) => targetKey(target.target)));
  const others = digest.worries.filter(({ target }) => !told.has(targetKey(target.target)));
  const title = others.length === digest.worries.length ? texts.worries : texts.otherWorries;
  return section(
    title,
    others.map((worry) => worryLine(worry, view, extent)),
    extent.worries,
    view,
  );
}

function worryLine({ target, posted }: DigestWorry, view: ViewLanguage, extent: Extent): Line {
  const { comment } = posted;
  const said = italic(comment === null ? view.texts.digest.noComment : cut(comment, extent.comment));
  return {
    target,
    words: elements(lightWords(posted.light, view), ' · ', targetWords(target, view, extent), '\n', said),
    whole: comment === null || comment.length <= extent.comment,
  };
}

function staleSection({ stale }: Digest, view: ViewLanguage, extent: Extent): Section | null {
  const lines = stale.map((of) => staleLine(of, view, extent));
  return section(view.texts.digest.stale, lines, extent.stale, view);
}

function staleLine({ target, posted, owners }: DigestStale, view: ViewLanguage, extent: Extent): Line {
  const { digest: texts } = view.texts;
  const since =
    posted === null
      ? texts.staleNever
      : fillText(texts.staleLine, {
          light: lightWords(posted.light, view),
          date: formatInstantDay(posted.at, view.language),
        });
  const people = owners.length === 0 ? [] : [' · ', join(owners.slice(0, 5).map(person), ', ')];
  return { target, words: elements(targetWords(target, view, extent), '\n', since, ...people), whole: true };
}

function timetableSection({ due, passed }: Digest, view: ViewLanguage, extent: Extent): Section | null {
  const lines = [
    ...due.slice(0, extent.due).map((of) => dueLine(of, view, extent)),
    ...passed.map((of) => passedLine(of, view)),
  ];
  const shown = section(view.texts.digest.timetables, lines, lines.length, view);
  const more = due.length - extent.due;
  if (shown === null || more <= 0) return shown;
  return { ...shown, blocks: [...shown.blocks, richText(line(italic(moreWords(more, view))))], complete: false };
}

function dueLine({ target, day, said, passed }: DigestDue, view: ViewLanguage, extent: Extent): Line {
  const { digest: texts } = view.texts;
  const template = said === 'timetable' ? texts.dueTimetable : passed ? texts.duePassed : texts.dueExpected;
  const words = fillText(template, { date: formatDay(day, view.language) });
  return { target, words: elements(targetWords(target, view, extent), '\n', words), whole: true };
}

/** In the document's own time: "has passed", never "late". */
function passedLine({ programme, targets, followUp }: DigestPassed, view: ViewLanguage): Line {
  const { digest: texts } = view.texts;
  const count = targets.length;
  const words = [
    fillText(countForm(texts.passed, count), { programme: programme[view.language], count }),
    ...(followUp === null ? [] : [fillText(texts.passedFollowUp, { date: formatDay(followUp, view.language) })]),
  ];
  return { target: null, words: words.join(' '), whole: true };
}

const namedUnowned = 12;

function unownedSection({ unowned, goals }: Digest, view: ViewLanguage): Section | null {
  if (unowned.length === 0) return null;
  const { digest: texts } = view.texts;
  const count = unowned.length;
  const named = unowned.slice(0, namedUnowned).map(({ label, target }) => (label.includes(' ') ? label : target.id));
  const targets = [...named, ...(count > namedUnowned ? ['…'] : [])].join(', ');
  const words =
    count === goals
      ? fillText(countForm(texts.unownedAll, count), { count })
      : fillText(countForm(texts.unownedSome, count), { count, goals, targets });
  return { blocks: [richText(line(heading(`${texts.unowned}: `), words))], targets: [], complete: true };
}

function gapsSection({ gaps }: Digest, view: ViewLanguage, extent: Extent): Section | null {
  const lines = gaps.map((of) => gapLine(of, view, extent));
  return section(view.texts.digest.gaps, lines, extent.gaps, view);
}

function gapLine({ target, name, count, example }: DigestGap, view: ViewLanguage, extent: Extent): Line {
  const { gap } = view.texts.digest;
  const about = cut(name[view.language], extent.comment);
  const topic = target === null ? about : `${targetNumber(target, view)}: ${about}`;
  const words = fillText(countForm(gap, count), { topic, count });
  const asked = example === null ? [] : ['\n', italic(cut(example, extent.comment))];
  return { target, words: elements(words, ...asked), whole: true };
}
