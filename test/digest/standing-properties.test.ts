import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lightOn, ownersOf, standingAt, standingsAt, timedEntries } from '../../src/digest/standing.ts';
import { lights } from '../../src/domain/light.ts';
import type { Entry, StatusEvent } from '../../src/status/events.ts';
import { applyEntry, emptyState, latestUpdate, type StatusState, targetState } from '../../src/status/state.ts';
import { hki } from '../status/directory.ts';

const targets = ['4', '4.3', '5'].map(hki);
const target = fc.constantFrom(...targets);
const user = fc.constantFrom('U1', 'U2');
const comment = fc.constantFrom(null, 'why');

/** An event, or the undoing of what stands. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('light' as const), target, light: fc.constantFrom(...lights), comment }),
  fc.record({ kind: fc.constant('undo' as const), target }),
  fc.record({ kind: fc.constantFrom('ownerAdded' as const, 'ownerRemoved' as const), target, user }),
);
/** Minutes from one entry to the next; a clock can be set back by an hour. */
const minutes = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 1, arbitrary: fc.constant(-60) },
);

function eventOf(
  of: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
  state: StatusState,
): StatusEvent | null {
  if (of.kind === 'light') {
    const fields = { next: null, expected: null, confidence: null, blockers: null };
    return { type: 'light', target: of.target, light: of.light, comment: of.comment, ...fields };
  }
  if (of.kind === 'undo') {
    const standing = latestUpdate(state, of.target);
    return standing === null ? null : { type: 'undo', target: of.target, undoes: standing.seq };
  }
  return { type: of.kind, target: of.target, user: of.user };
}

test('what the history says of now is what stands, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, minutes), { maxLength: 20 }), (steps) => {
      let state = emptyState;
      let at = Date.parse('2026-09-01T08:00:00Z');
      const entries: Entry[] = [];
      for (const [of, later] of steps) {
        const event = eventOf(of, state);
        if (event === null) continue;
        at += later * 60_000;
        const seq = entries.length + 1;
        const entry: Entry = {
          v: 1,
          seq,
          key: `k${seq}`,
          at: new Date(at).toISOString(),
          actor: 'U1',
          event,
          change: null,
        };
        entries.push(entry);
        state = applyEntry(state, entry);
      }
      const timed = timedEntries(entries);
      const now = standingAt(timed, new Date(Math.max(at, ...entries.map((entry) => Date.parse(entry.at)))));
      for (const of of targets) {
        const { seq, light, comment: said, actor } = latestUpdate(state, of) ?? {};
        const standing = lightOn(now, of);
        expect([standing?.seq, standing?.light, standing?.comment, standing?.actor]).toEqual([seq, light, said, actor]);
        expect(ownersOf(now, of).map((owner) => owner.user)).toEqual(targetState(state, of).owners);
      }
      // Instants together are as each alone.
      const instants = [0, 1000, 4000, 9000, 90_000].map(
        (minute) => new Date(Date.parse('2026-09-01') + minute * 60_000),
      );
      expect(standingsAt(timed, instants)).toEqual(instants.map((instant) => standingAt(timed, instant)));
    }),
  );
});
