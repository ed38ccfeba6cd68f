import type {
  Digest,
  DigestChange,
  DigestDue,
  DigestGap,
  DigestPassed,
  DigestStale,
  DigestWorry,
} from '../../digest/digest.ts';
import { targetKey } from '../../domain/light.ts';
import { formatDay, formatInstantDay } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import {
  type DigestExtent,
  type Extent,
  type Line,
  type Section,
  section,
  short,
  targetWords,
  wholeOf,
} from './digest-part.ts';
import { actorWords, heading, lightWords, targetNumber, type ViewLanguage } from './light-words.ts';
import { bold, cut, elements, fill, fillText, italic, join, line, person, richText } from './rich-text.ts';

/** The parts of the digest that have something to say, in their order. */
export function digestSections(digest: Digest, view: ViewLanguage, told: DigestExtent): Section[] {
  const extent = told === 'short' ? short : wholeOf(told);
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

/** The changes, or one line that there is none: that is news too, where there are lights. */
function changesSection(digest: Digest, view: ViewLanguage, extent: Extent): Section | null {
  const { digest: texts } = view.texts;
  const date = formatInstantDay(digest.since, view.language);
  const confirmed =
    digest.confirmed === 0 ? '' : fillText(countForm(texts.confirmed, digest.confirmed), { count: digest.confirmed });
  const lines = digest.changes.map((change) => changeLine(change, view, extent));
  const shown = section(fillText(texts.changes, { date }), lines, extent.lines);
  if (shown === null) {
    if (digest.counts.none === digest.board.length && confirmed === '') return null;
    const words = [fillText(texts.noChanges, { date }), confirmed].filter((part) => part !== '').join(' ');
    return { blocks: [richText(line(words))], targets: [], complete: true };
  }
  return confirmed === '' || !extent.whole ? shown : { ...shown, blocks: [...shown.blocks, richText(line(confirmed))] };
}

function changeLine(change: DigestChange, view: ViewLanguage, extent: Extent): Line {
  const { target, from, to, undone, actor, comment } = change;
  const { digest: texts } = view.texts;
  const values = { from: lightWords(from, view), to: lightWords(to, view), who: actorWords(actor, view) };
  const words = fill(undone ? texts.undone : texts.change, values);
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
  const told = new Set(digest.changes.slice(0, extent.lines).map(({ target }) => targetKey(target.target)));
  const others = digest.worries.filter(({ target }) => !told.has(targetKey(target.target)));
  const title = others.length === digest.worries.length ? texts.worries : texts.otherWorries;
  return section(
    title,
    others.map((worry) => worryLine(worry, view, extent)),
    extent.worries,
  );
}

function worryLine({ target, posted }: DigestWorry, view: ViewLanguage, extent: Extent): Line {
  const { comment } = posted;
  const said = italic(comment === null ? view.texts.digest.noComment : cut(comment, extent.comment));
  return {
    target,
    words: elements(lightWords(posted.light, view), ' · ', targetWords(target, view, extent), ' – ', said),
    whole: comment === null || comment.length <= extent.comment,
  };
}

function staleSection({ stale }: Digest, view: ViewLanguage, extent: Extent): Section | null {
  if (!extent.whole) return staleShort(stale, view, extent);
  const lines = stale.map((of) => staleLine(of, view, extent));
  return section(view.texts.digest.stale, lines, extent.stale);
}

/** "Not updated for 28 days: Goal 1 (1.10.2026), …" */
function staleShort(stale: readonly DigestStale[], view: ViewLanguage, extent: Extent): Section | null {
  if (stale.length === 0) return null;
  const { digest: texts } = view.texts;
  const shown = stale.slice(0, extent.stale);
  const more = stale.length - shown.length;
  const named = shown.map(({ target, posted }) => {
    const since = posted === null ? texts.staleNever : formatInstantDay(posted.at, view.language);
    return `${targetNumber(target, view)} (${since})`;
  });
  const others = more > 0 ? [fillText(countForm(texts.more, more), { count: more })] : [];
  const words = [named.join(', '), ...others].join(' ');
  return {
    blocks: [richText(line(heading(`${texts.stale}: `), words))],
    targets: shown.map(({ target }) => target),
    complete: false,
  };
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
  const people = owners.length === 0 ? [] : [' · ', join(owners.slice(0, 3).map(person), ', ')];
  return { target, words: elements(targetWords(target, view, extent), '\n', since, ...people), whole: true };
}

function timetableSection({ due, passed }: Digest, view: ViewLanguage, extent: Extent): Section | null {
  const own = due.map((of) => dueLine(of, view, extent));
  const lines = [...own.slice(0, extent.due), ...passed.map((of) => passedLine(of, view)), ...own.slice(extent.due)];
  return section(view.texts.digest.timetables, lines, Math.min(due.length, extent.due) + passed.length);
}

function dueLine({ target, day, said, passed }: DigestDue, view: ViewLanguage, extent: Extent): Line {
  const { digest: texts } = view.texts;
  const template = said === 'timetable' ? texts.dueTimetable : passed ? texts.duePassed : texts.dueExpected;
  const words = fillText(template, { date: formatDay(day, view.language) });
  if (!extent.whole) return { target, words: elements(bold(targetNumber(target, view)), `: ${words}`), whole: true };
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

const namedUnowned = 8;

function unownedSection({ unowned, goals, filtered }: Digest, view: ViewLanguage): Section | null {
  if (unowned.length === 0) return null;
  const { digest: texts } = view.texts;
  const count = unowned.length;
  const named = unowned.slice(0, namedUnowned).map(({ label, target }) => (label.includes(' ') ? label : target.id));
  const targets = [...named, ...(count > namedUnowned ? ['…'] : [])].join(', ');
  const words =
    count === goals && !filtered
      ? fillText(countForm(texts.unownedAll, count), { count })
      : fillText(countForm(texts.unownedSome, count), { count, goals, targets });
  return { blocks: [richText(line(heading(`${texts.unowned}: `), words))], targets: unowned, complete: true };
}

function gapsSection({ gaps }: Digest, view: ViewLanguage, extent: Extent): Section | null {
  if (!extent.whole) return gapsShort(gaps, view, extent);
  const lines = gaps.map((of) => gapLine(of, view, extent));
  return section(view.texts.digest.gaps, lines, extent.lines);
}

function gapLine({ target, name, count, example }: DigestGap, view: ViewLanguage, extent: Extent): Line {
  const { gap } = view.texts.digest;
  const about = cut(name[view.language], extent.comment);
  const topic = target === null ? about : `${targetNumber(target, view)}: ${about}`;
  const words = fillText(countForm(gap, count), { topic, count });
  const asked = example === null ? [] : ['\n', italic(cut(example, extent.comment))];
  return { target, words: elements(words, ...asked), whole: true };
}

/** How many questions in all, and the most frequent one. */
function gapsShort(gaps: readonly DigestGap[], view: ViewLanguage, extent: Extent): Section | null {
  const [first] = gaps;
  if (first === undefined) return null;
  const count = gaps.reduce((sum, gap) => sum + gap.count, 0);
  const title = fillText(countForm(view.texts.digest.gapsShort, count), { count });
  const example = italic(cut(first.example ?? first.name[view.language], extent.comment));
  return {
    blocks: [richText(line(heading(title), ' ', example))],
    targets: first.target === null ? [] : [first.target],
    complete: gaps.length === 1,
  };
}
