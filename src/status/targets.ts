import type { Catalogue } from '../domain/catalogue.ts';
import type { Localized } from '../domain/language.ts';
import type { Target } from '../domain/light.ts';
import { targetKey } from '../domain/light.ts';
import type { Programme, ProgrammeKnowledge } from '../domain/programme.ts';
import type { TargetLabel } from './outcome.ts';

/** A goal or measure that can carry a light. `goal` is a measure's goal, null for a goal. */
export type KnownTarget = {
  target: Target;
  kind: 'goal' | 'measure';
  goal: Target | null;
  names: Localized;
  aliases: readonly string[];
};

/** What the words of a command can mean. Programmes and targets stand in reading order. */
export type TargetDirectory = {
  programmes: readonly { id: string; prefixes: readonly string[] }[];
  targets: readonly KnownTarget[];
};

/** All goals and measures of a catalogue's current programmes. Where no short title is known, the document's own words are the name. */
export function targetDirectory(catalogue: Pick<Catalogue, 'programmes' | 'programmeKnowledge'>): TargetDirectory {
  const { programmes, programmeKnowledge } = catalogue;
  const knowledgeOf = (programme: Programme) => programmeKnowledge.find(({ id }) => id === programme.id);
  return {
    programmes: programmes.map((programme) => ({
      id: programme.id,
      prefixes: [...new Set([programme.id, programme.city, ...(knowledgeOf(programme)?.prefixes ?? [])])],
    })),
    targets: programmes.flatMap((programme) => targetsOf(programme, knowledgeOf(programme))),
  };
}

function targetsOf(programme: Programme, knowledge: ProgrammeKnowledge | undefined): KnownTarget[] {
  function known(id: string, words: string, goal: Target | null): KnownTarget {
    const title = knowledge?.titles.find((candidate) => candidate.id === id);
    return {
      target: { programme: programme.id, id },
      kind: goal === null ? 'goal' : 'measure',
      goal,
      names: title?.title ?? { fi: words, sv: words, en: words },
      aliases: title?.aliases ?? [],
    };
  }
  return programme.goals.flatMap((goal) => [
    known(goal.id, goal.title, null),
    ...goal.measures.map((measure) =>
      known(measure.id, measure.heading ?? measure.text, { programme: programme.id, id: goal.id }),
    ),
  ]);
}

/** The known target, or undefined. */
export function findTarget(directory: TargetDirectory, target: Target): KnownTarget | undefined {
  const key = targetKey(target);
  return directory.targets.find((known) => targetKey(known.target) === key);
}

/**
 * The target as a person would type it: "goal5", "4.3", "v2". A programme stands before it where the short form
 * means another target, or none, in a channel of `programme` (null for a channel of all programmes).
 */
export function labelOf(directory: TargetDirectory, target: Target, programme: string | null): TargetLabel {
  const known = findTarget(directory, target);
  const names = known?.names ?? { fi: target.id, sv: target.id, en: target.id };
  const kind = known?.kind ?? (target.id.includes('.') ? 'measure' : 'goal');
  return { target, kind, label: shortLabel(directory, target, programme), names };
}

function shortLabel(directory: TargetDirectory, target: Target, programme: string | null): string {
  if (/^\p{L}/u.test(target.id)) return target.id;
  const short = /^\d+$/.test(target.id) ? `goal${target.id}` : target.id;
  const others = directory.targets.some(
    (known) => known.target.id === target.id && known.target.programme !== target.programme,
  );
  if (programme === null ? !others : programme === target.programme) return short;
  return `${target.programme} ${target.id}`;
}
