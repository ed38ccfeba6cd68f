import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { helsinkiDay, lights, targetKey } from '../../src/domain/light.ts';
import type { Light, Target } from '../../src/domain/light.ts';
import type { Entry, StatusEvent } from '../../src/status/events.ts';
import type { StatusOutcome } from '../../src/status/outcome.ts';
import { applyEntry, changeOf, emptyState, latestUpdate } from '../../src/status/state.ts';
import type { StatusState } from '../../src/status/state.ts';
import { hki, vaasa } from './directory.ts';
import type { ServicePlace } from './service-place.ts';
import { openServicePlace } from './service-place.ts';

// What must hold after any commands, told by a model of its own that reads the history alone.

const users = ['U1', 'U2', 'U3'] as const;
const targets: readonly Target[] = [hki('5'), hki('5.1'), hki('4'), vaasa('v1')];
const written = (target: Target) => (target.programme === 'vaasa' ? target.id : `hki ${target.id}`);

const anyTarget = fc.constantFrom(...targets);
const anyUser = fc.constantFrom(...users);
const anyActor = fc.constantFrom('UADMIN', ...users);

const anyText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(anyTarget, fc.constantFrom(...lights))
      .map(([target, light]) => `set ${written(target)} ${light} reason`),
  },
  { weight: 4, arbitrary: anyTarget.map((target) => `undo ${written(target)}`) },
  fc.constantFrom('undo', 'forget me', 'digest on', 'away until 2026-12-24', 'announce <#C9>'),
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('add', 'remove'), anyTarget, anyUser)
      .map(([change, target, user]) => `owner ${change} ${written(target)} <@${user}>`),
  },
  fc
    .tuple(anyTarget, anyUser, fc.constantFrom('2026-11-16', '2026-11-18'))
    .map(([target, user, until]) => `delegate ${written(target)} <@${user}> until ${until}`),
);

const anyCommand = fc.record({
  user: fc.oneof({ weight: 2, arbitrary: fc.constant('UADMIN') }, { weight: 3, arbitrary: anyActor }),
  text: anyText,
  /** Some triggers come twice, with the same command or another. */
  trigger: fc.integer({ min: 0, max: 40 }),
  /** A day passes before it. */
  later: fc.boolean(),
});

/** A trigger whose first command had nothing to do has its effect with the second, and the third tells of that. */
const triggerUsedAgain = ['undo hki 5', 'set hki 5 green reason', 'set hki 5 green reason'].map((text) => ({
  user: 'UADMIN',
  text,
  trigger: 7,
  later: false,
}));

/** Two who share a goal, so that most runs have something to dispute. */
const beginning = ['U1', 'U2'].map((user, at) => ({
  user: 'UADMIN',
  text: `owner add hki 5 <@${user}>`,
  trigger: 100 + at,
  later: false,
}));

type Step = { entries: readonly Entry[]; outcome: StatusOutcome; user: string; today: string };

/** The history, oldest first. */
const historyOf = async (place: ServicePlace) => (await place.store.history({ target: null })).entries.toReversed();

/** Entries without people: what stays of them when somebody is forgotten. */
const withoutPeople = (entries: readonly Entry[]) =>
  entries.map(({ actor: _actor, event, ...rest }) => ({
    ...rest,
    event: 'user' in event ? { ...event, user: null } : event,
  }));

/** The updates that stand on each target, latest last, from the history alone; throws where an undo takes back another than the latest. */
function standing(entries: readonly Entry[]): Map<string, { seq: number; light: Light }[]> {
  const stacks = new Map<string, { seq: number; light: Light }[]>();
  for (const { seq, event } of entries) {
    if (event.type !== 'light' && event.type !== 'undo') continue;
    const key = targetKey(event.target);
    const stack = stacks.get(key) ?? [];
    if (event.type === 'light') stack.push({ seq, light: event.light });
    else if (stack.pop()?.seq !== event.undoes) throw new Error(`entry ${seq} undoes what did not stand`);
    stacks.set(key, stack);
  }
  return stacks;
}

/** Whether the history before lets a user set a light: as owner or delegate of the target or its goal. */
function permitted(before: readonly Entry[], user: string, target: Target, today: string): boolean {
  if (user === 'UADMIN') return true;
  const parts = new Map<string, boolean>();
  const goal = target.id.split('.')[0] ?? target.id;
  for (const { event } of before) {
    const near =
      'target' in event && event.target.programme === target.programme && [goal, target.id].includes(event.target.id);
    if (!near || !('user' in event) || event.user !== user) continue;
    const part = `${event.type.startsWith('owner') ? 'owner' : 'delegate'} ${event.target.id}`;
    parts.set(part, event.type === 'ownerAdded' || (event.type === 'delegateSet' && today <= event.until));
  }
  return [...parts.values()].includes(true);
}

/** What a step broke, in words; nothing where everything held. */
function breaches(before: readonly Entry[], step: Step, first: StatusOutcome | undefined): string[] {
  const { entries, outcome, user, today } = step;
  const broken: string[] = [];
  const must = (held: boolean, what: string) => held || broken.push(`${what}: ${JSON.stringify(step.outcome)}`);
  const forgets = outcome.kind === 'forgotten';
  const kept = entries.slice(0, before.length);
  must(same(withoutPeople(kept), withoutPeople(before)), 'an entry was erased or changed');
  must(forgets || same(kept, before), 'a name went without being forgotten');
  const added = entries.slice(before.length);
  if (first !== undefined && 'seq' in first) {
    must(added.length === 0, 'a trigger had a second effect');
    must('seq' in outcome && outcome.repeated && outcome.seq === first.seq, 'a trigger was told something else');
    return broken;
  }
  must(added.length <= (forgets ? 2 * targets.length : 1), 'a command had several effects');
  must(outcome.kind !== 'forbidden' || added.length === 0, 'what was denied was done');
  must(added.length === 1 || (outcome.kind !== 'set' && outcome.kind !== 'undone'), 'what was told was not done');
  for (const { actor, event } of added) {
    if (!('target' in event)) continue;
    const light = event.type === 'light' || event.type === 'undo';
    must(forgets || actor === user, 'somebody else acted');
    must(!light || permitted(before, user, event.target, today), 'a light was set without the right to');
    must(light || forgets || user === 'UADMIN', 'a role was changed by somebody who is no admin');
    const undone = event.type === 'undo' ? before.find(({ seq }) => seq === event.undoes) : undefined;
    must(event.type !== 'undo' || undone?.actor === user, 'another’s light was taken back');
  }
  return broken;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

it('any commands leave a history that only grows, lights that follow from it, rights that held, and one effect a trigger', async () => {
  let lightsSet = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { minLength: 1, maxLength: 30 }), async (commands) => {
      const place = await openServicePlace();
      try {
        const known = new Map<string, StatusOutcome>();
        let before: readonly Entry[] = [];
        for (const { user, text, trigger, later } of [...beginning, ...commands]) {
          if (later) place.now = new Date(place.now.getTime() + 12 * 60 * 60_000);
          const key = `trigger-${trigger}`;
          const outcome = await place.as(user, text, { key });
          const entries = await historyOf(place);
          const step = { entries, outcome, user, today: helsinkiDay(place.now) };
          expect(breaches(before, step, known.get(key))).toEqual([]);
          if (entries.length > before.length) known.set(key, outcome);
          before = entries;
          const stacks = standing(entries);
          const state = await place.service.state();
          for (const target of targets) {
            const last = stacks.get(targetKey(target))?.at(-1) ?? null;
            const { seq, light } = latestUpdate(state, target) ?? {};
            expect(last).toEqual(seq === undefined ? null : { seq, light });
          }
          lightsSet += outcome.kind === 'set' ? 1 : 0;
        }
        const state = await place.service.state();
        await place.restart();
        expect(await place.service.state()).toEqual(state);
        expect(await historyOf(place)).toEqual(before);
      } finally {
        await place.remove();
      }
    }),
    { numRuns: 60, examples: [[triggerUsedAgain]] },
  );
  expect(lightsSet).toBeGreaterThan(50);
});

it('the reducer gives the same state by steps and from any point on, and changes no state it was given', () => {
  const said = { comment: null, next: null, expected: null, confidence: null, blockers: null };
  const anyEvent = fc.oneof(
    fc
      .tuple(anyTarget, fc.constantFrom(...lights))
      .map(([target, light]): StatusEvent => ({ type: 'light', target, light, ...said })),
    fc
      .tuple(anyTarget, fc.integer({ min: 1, max: 30 }))
      .map(([target, undoes]): StatusEvent => ({ type: 'undo', target, undoes })),
    fc.tuple(anyTarget, anyUser).map(([target, user]): StatusEvent => ({ type: 'ownerAdded', target, user })),
    fc
      .tuple(anyTarget, anyUser)
      .map(([target, user]): StatusEvent => ({ type: 'delegateSet', target, user, until: '2026-12-31' })),
    anyUser.map((user): StatusEvent => ({ type: 'forgotten', user })),
  );
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), fc.nat(30), (events, cut) => {
      const states: StatusState[] = [emptyState];
      const entries: Entry[] = [];
      for (const event of events) {
        const state = states.at(-1) ?? emptyState;
        const entry = {
          v: 1 as const,
          seq: state.seq + 1,
          key: `k${state.seq}`,
          at: '2026-11-16T07:00:00.000Z',
          actor: 'U1',
          event,
          change: changeOf(state, event),
        };
        const frozen = JSON.stringify(state);
        states.push(applyEntry(state, entry));
        expect(JSON.stringify(state)).toBe(frozen);
        entries.push(entry);
      }
      const from = Math.min(cut, events.length);
      const snapshot: StatusState = JSON.parse(JSON.stringify(states[from]));
      expect(entries.slice(from).reduce(applyEntry, snapshot)).toEqual(states.at(-1));
      // An undo takes back the update that stands and no other, and no more than one.
      const updates = (state: StatusState | undefined, target: Target) =>
        state?.targets[targetKey(target)]?.updates ?? [];
      const undone = events.flatMap((event, at) => {
        if (event.type !== 'undo') return [];
        const stood = updates(states[at], event.target);
        const left = stood.at(-1)?.seq === event.undoes ? stood.slice(0, -1) : stood;
        return [{ left, found: updates(states[at + 1], event.target) }];
      });
      expect(undone.map(({ found }) => found)).toEqual(undone.map(({ left }) => left));
    }),
  );
});
