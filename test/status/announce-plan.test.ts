import { describe, expect, it } from 'vitest';
import type { AnnouncePlan } from '../../src/status/announce-plan.ts';
import { announceWindowMs, netChanges, planEntry, takeDue, tryAgain } from '../../src/status/announce-plan.ts';
import type { Light } from '../../src/domain/light.ts';
import type { Entry } from '../../src/status/events.ts';
import { hki } from './directory.ts';

const at = '2026-11-16T07:00:00.000Z';
const said = { comment: null, next: null, expected: null, confidence: null, blockers: null };

function set(seq: number, id: string, from: Light | null, to: Light, actor = 'U1'): Entry {
  const event = { type: 'light' as const, target: hki(id), light: to, ...said, comment: `why ${seq}` };
  return { v: 1, seq, key: `k${seq}`, at, actor, event, change: { from, to } };
}

function undo(seq: number, id: string, undoes: number, from: Light, to: Light | null, actor = 'U1'): Entry {
  const event = { type: 'undo' as const, target: hki(id), undoes };
  return { v: 1, seq, key: `k${seq}`, at, actor, event, change: { from, to } };
}

/** The plan after entries, each with the millisecond at which it came. */
function planned(...entries: readonly (readonly [Entry, number])[]): AnnouncePlan {
  return entries.reduce<AnnouncePlan>((plan, [entry, ms]) => planEntry(plan, entry, ms, []).plan, []);
}

const seqs = (plan: AnnouncePlan) => plan.map(({ actor, entries }) => [actor, entries.map(({ seq }) => seq)]);
const line = (change: ReturnType<typeof netChanges>[number]) =>
  `${change.state} ${change.target.id} ${change.from} ${change.to} ${change.comment}`;

describe('changes of lights wait', () => {
  it('with those of the same person for two minutes after the first', () => {
    const plan = planned(
      [set(1, '5', null, 'green'), 0],
      [set(2, '4', null, 'red', 'U2'), 10],
      [set(3, '6', null, 'yellow'), announceWindowMs - 1],
      [set(4, '1', null, 'yellow'), announceWindowMs],
    );
    expect(seqs(plan)).toEqual([
      ['U1', [1, 3]],
      ['U2', [2]],
      ['U1', [4]],
    ]);
    const { due, waiting } = takeDue(plan, announceWindowMs);
    expect(seqs(due)).toEqual([['U1', [1, 3]]]);
    expect(seqs(waiting)).toEqual([
      ['U2', [2]],
      ['U1', [4]],
    ]);
  });

  it('not when the light is the same or none', () => {
    const owner: Entry = {
      ...set(2, '5', null, 'green'),
      event: { type: 'ownerAdded', target: hki('5'), user: 'U1' },
      change: null,
    };
    expect(planned([set(1, '5', 'green', 'green'), 0], [owner, 0])).toEqual([]);
  });

  it('no longer when they are undone', () => {
    expect(
      seqs(
        planned([set(1, '5', null, 'green'), 0], [set(2, '4', null, 'red'), 1], [undo(3, '5', 1, 'green', null), 2]),
      ),
    ).toEqual([['U1', [2]]]);
    expect(planned([set(1, '5', null, 'green'), 0], [undo(2, '5', 1, 'green', null), 1])).toEqual([]);
  });

  it('as an undo when what is undone was never told here', () => {
    expect(seqs(planned([undo(9, '5', 1, 'green', 'red'), 0]))).toEqual([['U1', [9]]]);
  });
});

describe('an undo of what has been told', () => {
  const told = { channel: 'C9', message: 'm1', told: [1, 2], since: at };

  it('asks for that message to be edited, and tells nothing anew', () => {
    expect(planEntry([], undo(3, '5', 2, 'green', null), 0, [told])).toEqual({ plan: [], edit: told });
  });

  it('is not told twice after a restart', () => {
    const own = { channel: 'C9', message: 'm2', told: [9], since: at };
    expect(planEntry([], undo(9, '5', 1, 'green', 'red'), 0, [own])).toEqual({ plan: [], edit: null });
  });
});

describe('an announcement says', () => {
  it.each<[string, Entry[], number[], string[]]>([
    [
      'each change of its own',
      [set(1, '5', null, 'green'), set(2, '4', 'red', 'yellow')],
      [],
      ['set 5 null green why 1', 'set 4 red yellow why 2'],
    ],
    [
      'several of one light as one',
      [set(1, '5', 'red', 'yellow'), set(2, '5', 'yellow', 'green')],
      [],
      ['set 5 red green why 2'],
    ],
    ['nothing of a light that is as before', [set(1, '5', 'red', 'yellow'), set(2, '5', 'yellow', 'red')], [], []],
    [
      'changes apart between which another person’s came',
      [set(1, '5', null, 'green'), set(3, '5', 'red', 'yellow')],
      [],
      ['set 5 null green why 1', 'set 5 red yellow why 3'],
    ],
    [
      'what is taken back as such',
      [set(1, '5', null, 'green'), set(2, '4', null, 'red')],
      [1],
      ['takenBack 5 null green why 1', 'set 4 null red why 2'],
    ],
    [
      'what still stands of one light',
      [set(1, '5', 'red', 'yellow'), set(2, '5', 'yellow', 'green')],
      [2],
      ['set 5 red yellow why 1'],
    ],
    [
      'the whole of a light that is taken back',
      [set(1, '5', 'red', 'yellow'), set(2, '5', 'yellow', 'green')],
      [1, 2],
      ['takenBack 5 red green why 2'],
    ],
    ['an undo of an older light', [undo(9, '5', 1, 'green', 'red')], [], ['undo 5 green red null']],
  ])('%s', (_what, entries, undone, lines) => {
    expect(netChanges(entries, new Set(undone)).map(line)).toEqual(lines);
  });
});

it('a refused announcement is tried again after 1, 5, 15 and 60 minutes, and then given up', () => {
  const [first] = planned([set(1, '5', null, 'green'), 0]);
  const minutes = [];
  let batch = first ?? null;
  while (batch !== null) {
    const again = tryAgain(batch, batch.dueAt);
    if (again !== null) minutes.push((again.dueAt - batch.dueAt) / 60_000);
    batch = again;
  }
  expect(minutes).toEqual([1, 5, 15, 60]);
});
