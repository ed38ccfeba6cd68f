import type { Localized } from '../domain/language.ts';
import { isStale, type Light, type Target, targetKey } from '../domain/light.ts';
import { netChanges } from './changes.ts';
import type { Digest, DigestGap, DigestRow, DigestStale, DigestWorry } from './digest.ts';
import { rankOfLight } from './order.ts';
import { type DigestFacts, isNarrowed, type Scene, sceneOf } from './scene.ts';
import { lightOn, ownersOf, standingsAt } from './standing.ts';
import { dueDates, passedTimetables } from './timetables.ts';
import { endedWeeks } from './weeks.ts';

/** The board shows so many weeks. */
const boardWeeks = 12;

/** The digest of one channel at one instant. Lists are worst first, and in reading order where equally bad. */
export function composeDigest(facts: DigestFacts): Digest {
  const scene = sceneOf(facts);
  const weeks = endedWeeks(new Date(facts.at), boardWeeks);
  const board = boardRows(
    scene,
    weeks.map(({ end }) => end),
  );
  const goals = scene.covered.filter(({ kind }) => kind === 'goal');
  const { changes, confirmed } = netChanges(scene);
  const { channel, week, at, since, language } = facts;
  return {
    channel,
    week,
    at,
    since,
    language,
    scope: scopeOf(scene),
    filtered: isNarrowed(facts.filter),
    weeks: weeks.map(({ week: ended }) => ended),
    board,
    counts: countsOf(board),
    changes,
    confirmed,
    worries: worriesOf(scene),
    stale: staleOf(scene),
    passed: passedTimetables(scene),
    due: dueDates(scene),
    unowned: goals
      .filter(({ target }) => activeOwners(scene, target).length === 0)
      .map(({ target }) => scene.label(target)),
    goals: goals.length,
    gaps: gapsOf(scene),
  };
}

function scopeOf({ programmes, covered }: Scene): Localized[] {
  const ids = new Set(covered.map(({ target }) => target.programme));
  return ids.size === programmes.length ? [] : programmes.filter(({ id }) => ids.has(id)).map(({ name }) => name);
}

/** Goals, and the measures that the filter names. */
function boardRows(scene: Scene, ends: readonly Date[]): DigestRow[] {
  const asked = new Set(scene.filter.goals.map(targetKey));
  const history = standingsAt(scene.timed, ends);
  const { lights } = scene.filter;
  return scene.covered
    .filter(({ target, kind }) => kind === 'goal' || asked.has(targetKey(target)))
    .map(({ target }) => ({
      target: scene.label(target),
      light: lightOn(scene.now, target)?.light ?? null,
      weeks: history.map((standing) => lightOn(standing, target)?.light ?? null),
    }))
    .filter(({ light }) => lights.length === 0 || (light !== null && lights.includes(light)))
    .toSorted((a, b) => rankOfLight(a.light) - rankOfLight(b.light));
}

function countsOf(board: readonly DigestRow[]): Digest['counts'] {
  const counts = { green: 0, yellow: 0, red: 0, grey: 0, none: 0 };
  for (const { light } of board) counts[light ?? 'none'] += 1;
  return counts;
}

function worriesOf({ covered, now, filter, label }: Scene): DigestWorry[] {
  const asked = (light: Light) => filter.lights.length === 0 || filter.lights.includes(light);
  return covered
    .flatMap(({ target }) => {
      const posted = lightOn(now, target);
      const worrying = posted !== null && (posted.light === 'red' || posted.light === 'yellow') && asked(posted.light);
      return worrying ? [{ target: label(target), posted }] : [];
    })
    .toSorted((a, b) => rankOfLight(a.posted.light) - rankOfLight(b.posted.light));
}

/**
 * No update for 28 days. Where no light was ever set, only what has an owner of its own for as long counts: nobody else
 * was asked for one. Measures without an owner of their own are their goal's concern.
 */
function staleOf(scene: Scene): DigestStale[] {
  const at = new Date(scene.at);
  return scene.covered
    .flatMap(({ target, goal }): DigestStale[] => {
      const posted = lightOn(scene.now, target);
      const own = ownersOf(scene.now, target).filter(({ user }) => !scene.inactive.has(user));
      const stale = posted === null ? own.some(({ since }) => isStale(since, at)) : isStale(posted.at, at);
      if (!stale) return [];
      const owners = own.length > 0 || goal === null ? own.map(({ user }) => user) : activeOwners(scene, goal);
      return [{ target: scene.label(target), posted, owners }];
    })
    .toSorted(
      (a, b) =>
        rankOfLight(a.posted?.light ?? null) - rankOfLight(b.posted?.light ?? null) ||
        (a.posted?.at ?? '').localeCompare(b.posted?.at ?? ''),
    );
}

function activeOwners({ now, inactive }: Scene, target: Target): string[] {
  return ownersOf(now, target).flatMap(({ user }) => (inactive.has(user) ? [] : [user]));
}

/** Questions about what the digest does not cover are left out; those about nothing it knows stay, unless it is narrowed. */
function gapsOf({ gaps, covered, filter, label }: Scene): DigestGap[] {
  const keys = new Set(covered.map(({ target }) => targetKey(target)));
  return gaps.flatMap((gap): DigestGap[] => {
    const { target } = gap;
    if (target === null) return isNarrowed(filter) ? [] : [{ ...gap, target }];
    return keys.has(targetKey(target)) ? [{ ...gap, target: label(target) }] : [];
  });
}
