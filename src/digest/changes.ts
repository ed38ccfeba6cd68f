import { targetKey } from '../domain/light.ts';
import type { Entry } from '../status/events.ts';
import type { Scene } from './scene.ts';
import type { DigestChange } from './digest.ts';
import { lightOn, type TimedEntry } from './standing.ts';
import { rankOfLight } from './order.ts';

/**
 * Lights that stand otherwise than at `since`, worst first, and how many were confirmed in that time. What was changed and
 * changed back, or taken back, is no change.
 */
export function netChanges({ covered, now, before, timed, since, at, label, filter }: Scene): {
  changes: DigestChange[];
  confirmed: number;
} {
  const changes: DigestChange[] = [];
  let confirmed = 0;
  const latest = lastEntries(timed, since, at);
  for (const { target } of covered) {
    const old = lightOn(before, target);
    const standing = lightOn(now, target);
    if (standing !== null && old !== null && standing.light === old.light) {
      if (standing.seq !== old.seq) confirmed += 1;
      continue;
    }
    const from = old?.light ?? null;
    const to = standing?.light ?? null;
    const asked =
      filter.lights.length === 0 || [from, to].some((light) => light !== null && filter.lights.includes(light));
    if (from === to || !asked) continue;
    const last = latest.get(targetKey(target));
    if (last === undefined) continue;
    const undone = last.event.type === 'undo';
    // An undo has no word of its own; what it laid bare was said at another time.
    const comment = undone ? null : (standing?.comment ?? null);
    changes.push({ target: label(target), from, to, undone, actor: last.actor, at: last.at, comment });
  }
  return { changes: changes.toSorted((a, b) => rankOfLight(a.to) - rankOfLight(b.to)), confirmed };
}

/** The latest light or undo of each target within the time, by target key. */
function lastEntries(timed: readonly TimedEntry[], since: string, at: string): Map<string, Entry> {
  const [from, to] = [Date.parse(since), Date.parse(at)];
  const last = new Map<string, Entry>();
  for (const { entry, ms } of timed) {
    const { event } = entry;
    if (ms > from && ms <= to && (event.type === 'light' || event.type === 'undo'))
      last.set(targetKey(event.target), entry);
  }
  return last;
}
