import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../src/domain/light.ts';
import type { StatusEvent } from '../../src/status/events.ts';
import { latestUpdate, targetState } from '../../src/status/state.ts';
import type { StatusStore } from '../../src/status/store.ts';
import { goal5, lightEvent, request } from './store-events.ts';

/** A place for one store, which can be opened again after a close. */
export type StorePlace = { open: () => Promise<StatusStore>; remove: () => Promise<void> };

const goal4: Target = { programme: 'helsinki', id: '4' };

/** What every store must do, whatever it keeps its data in. */
export function describeStatusStore(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`${name} as a status store`, () => {
    let place: StorePlace;
    let store: StatusStore;

    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    async function reopen(): Promise<void> {
      await store.close();
      store = await place.open();
    }

    it('starts empty', async () => {
      expect((await store.state()).seq).toBe(0);
      expect(await store.history({ target: null })).toEqual({ entries: [], total: 0 });
      expect(await store.find('none')).toBeNull();
    });

    it('acknowledges a light with what stood before and after', async () => {
      const first = await store.append(request(lightEvent('green', { comment: 'on its way' })));
      const second = await store.append(request(lightEvent('red'), { actor: 'U2' }));
      expect(first).toMatchObject({ kind: 'acknowledged', entry: { seq: 1, change: { from: null, to: 'green' } } });
      expect(second).toMatchObject({ kind: 'acknowledged', entry: { seq: 2, change: { from: 'green', to: 'red' } } });
      expect(latestUpdate(await store.state(), goal5)).toMatchObject({ seq: 2, light: 'red', actor: 'U2' });
    });

    it('keeps every field of an update over a restart', async () => {
      const event = lightEvent('yellow', {
        comment: 'waiting',
        next: 'hire',
        expected: '2026-12-31',
        confidence: 3,
        blockers: 'money',
      });
      await store.append(request(event, { key: 'full' }));
      await reopen();
      expect((await store.find('full'))?.event).toEqual(event);
      const { comment, next, expected, confidence, blockers } = latestUpdate(await store.state(), goal5) ?? {};
      expect({ comment, next, expected, confidence, blockers }).toEqual({
        comment: 'waiting',
        next: 'hire',
        expected: '2026-12-31',
        confidence: 3,
        blockers: 'money',
      });
    });

    it('gives the first entry for a key it has seen, also after a restart and also when both come at once', async () => {
      const [first, again] = await Promise.all([
        store.append(request(lightEvent('green'), { key: 'same' })),
        store.append(request(lightEvent('red'), { key: 'same' })),
      ]);
      expect(first.kind).toBe('acknowledged');
      expect(again).toMatchObject({ kind: 'duplicate', entry: { seq: 1, event: { light: 'green' } } });
      await reopen();
      expect(await store.append(request(lightEvent('red'), { key: 'same' }))).toEqual(again);
      expect((await store.state()).seq).toBe(1);
    });

    it('rejects an update when another light stands than the caller saw', async () => {
      await store.append(request(lightEvent('green')));
      const late = await store.append(request(lightEvent('red'), { ifLatest: null }));
      expect(late).toMatchObject({ kind: 'overtaken', latest: { seq: 1, light: 'green', actor: 'U1' } });
      expect(await store.append(request(lightEvent('red'), { ifLatest: 1 }))).toMatchObject({ kind: 'acknowledged' });
    });

    it('lets one of two updates win that saw the same light', async () => {
      const both = [request(lightEvent('green'), { ifLatest: null }), request(lightEvent('red'), { ifLatest: null })];
      const results = await Promise.all(both.map(store.append));
      expect(results.map(({ kind }) => kind).toSorted()).toEqual(['acknowledged', 'overtaken']);
    });

    it('restores the light before by an undo, and only once', async () => {
      await store.append(request(lightEvent('green')));
      await store.append(request(lightEvent('red')));
      const undo = await store.append(request({ type: 'undo', target: goal5, undoes: 2 }));
      expect(undo).toMatchObject({ kind: 'acknowledged', entry: { change: { from: 'red', to: 'green' } } });
      expect(await store.append(request({ type: 'undo', target: goal5, undoes: 2 }))).toMatchObject({
        kind: 'overtaken',
        latest: { seq: 1 },
      });
      await store.append(request({ type: 'undo', target: goal5, undoes: 1 }));
      await reopen();
      expect(latestUpdate(await store.state(), goal5)).toBeNull();
    });

    it('gives history newest first, by target, from an instant and cut to a limit', async () => {
      for (const [at, target] of [
        ['2026-11-02T08:00:00.000Z', goal5],
        ['2026-11-09T08:00:00.000Z', goal4],
        ['2026-11-16T08:00:00.000Z', goal5],
      ] as const) {
        await store.append(request(lightEvent('green', { target }), { at }));
      }
      await store.append(request({ type: 'announceChannel', channel: 'C1' }));
      await reopen();
      const seqs = async (query: Parameters<StatusStore['history']>[0]) => {
        const { entries, total } = await store.history(query);
        return { seqs: entries.map(({ seq }) => seq), total };
      };
      expect(await seqs({ target: null })).toEqual({ seqs: [3, 2, 1], total: 3 });
      expect(await seqs({ target: goal5 })).toEqual({ seqs: [3, 1], total: 2 });
      expect(await seqs({ target: null, limit: 1 })).toEqual({ seqs: [3], total: 3 });
      expect(await seqs({ target: null, since: '2026-11-09T08:00:00.000Z' })).toEqual({ seqs: [3, 2], total: 2 });
      await store.append(request(lightEvent('red')));
      expect(await seqs({ target: goal5 })).toEqual({ seqs: [5, 3, 1], total: 3 });
    });

    it('keeps roles and settings over a restart', async () => {
      const filter = { lights: ['red' as const], programme: null, goals: [], mine: false };
      const when = { weekday: 'tue' as const, time: '08:30' };
      const events: StatusEvent[] = [
        { type: 'ownerAdded', target: goal5, user: 'U2' },
        { type: 'ownerAdded', target: goal5, user: 'U3' },
        { type: 'ownerRemoved', target: goal5, user: 'U2' },
        { type: 'delegateSet', target: goal5, user: 'U4', until: '2026-12-31' },
        { type: 'delegateSet', target: goal5, user: 'U5', until: '2026-12-31' },
        { type: 'delegateRemoved', target: goal5, user: 'U5' },
        { type: 'userLanguage', user: 'U1', language: 'sv' },
        { type: 'away', user: 'U1', until: '2026-12-24' },
        { type: 'channelBound', channel: 'C1', programme: 'vaasa', language: 'sv' },
        { type: 'announceChannel', channel: 'C2' },
        { type: 'digestOn', channel: 'C1', language: 'fi', when, filter, skipHolidays: true },
        { type: 'digestOn', channel: 'C9', language: null, when, filter, skipHolidays: false },
        { type: 'digestOff', channel: 'C9' },
      ];
      for (const event of events) await store.append(request(event));
      await reopen();
      const state = await store.state();
      expect(targetState(state, goal5)).toMatchObject({
        owners: ['U3'],
        delegates: [{ user: 'U4', until: '2026-12-31' }],
      });
      const unreminded = { snoozedUntil: null, nudges: [] };
      expect(state.users).toEqual({ U1: { language: 'sv', awayUntil: '2026-12-24', ...unreminded } });
      expect(state.channels).toEqual({ C1: { programme: 'vaasa', language: 'sv' } });
      expect(state.announceChannel).toBe('C2');
      expect(state.digests).toMatchObject({ C1: { language: 'fi', when, filter, skipHolidays: true, by: 'U1' } });
    });

    it('forgets a user but not the lights that the user set', async () => {
      await store.append(request({ type: 'ownerAdded', target: goal5, user: 'U2' }));
      await store.append(request(lightEvent('green'), { actor: 'U2' }));
      await store.append(request({ type: 'userLanguage', user: 'U2', language: 'sv' }, { actor: 'U2' }));
      await store.append(request({ type: 'forgotten', user: 'U2' }, { actor: 'U2' }));
      for (const again of [false, true]) {
        if (again) await reopen();
        const state = await store.state();
        expect(targetState(state, goal5).owners).toEqual([]);
        expect(state.users).toEqual({});
        expect(latestUpdate(state, goal5)).toMatchObject({ light: 'green', actor: null });
        const { entries } = await store.history({ target: goal5 });
        expect(entries.map(({ actor, event }) => [actor, event.type])).toEqual([
          [null, 'light'],
          ['U1', 'ownerAdded'],
        ]);
        expect(JSON.stringify([state, entries])).not.toContain('U2');
      }
    });

    it('knows people in texts, and forgets them there too', async () => {
      const texts = { comment: 'for <@U2> by <@U1|maija>', next: 'ask <@U2>', blockers: '<@U3>' };
      await store.append(request(lightEvent('green', texts), { actor: 'U3' }));
      await reopen();
      expect(latestUpdate(await store.state(), goal5)).toMatchObject({ ...texts, comment: 'for <@U2> by <@U1>' });
      await store.append(request({ type: 'forgotten', user: 'U2' }, { actor: 'U2' }));
      for (const again of [false, true]) {
        if (again) await reopen();
        const { entries } = await store.history({ target: goal5 });
        expect(entries).toMatchObject([
          { actor: 'U3', event: { comment: 'for @… by <@U1>', next: 'ask @…', blockers: '<@U3>' } },
        ]);
        expect(latestUpdate(await store.state(), goal5)).toMatchObject({ comment: 'for @… by <@U1>' });
      }
    });

    it('keeps which message tells of which entries over a restart', async () => {
      const since = '2026-11-16T07:00:00.000Z';
      await store.append(request({ type: 'announceChannel', channel: 'C9' }));
      await store.append(request({ type: 'announced', channel: 'C9', message: 'm1', told: [1, 2], since }));
      await store.append(request({ type: 'announced', channel: 'C9', message: 'm1', told: [1, 2, 3], since }));
      await reopen();
      expect(await store.state()).toMatchObject({
        announceSince: 1,
        announced: [{ channel: 'C9', message: 'm1', told: [1, 2, 3], since }],
      });
    });

    it('lets one of two claims of a delivery hold, over a restart', async () => {
      const key = 'digest:2026-W48:C1';
      const claim = (follows: number | null) =>
        request({
          type: 'digestClaimed',
          channel: 'C1',
          run: 'weekly',
          key,
          week: '2026-W48',
          composedAt: '2026-11-23T07:00:00Z',
          follows,
        });
      const standing = async () => (await store.state()).digestRuns['C1']?.weekly;
      await Promise.all([store.append(claim(null)), store.append(claim(null)), store.append(claim(7))]);
      expect(await standing()).toMatchObject([{ key, state: 'claimed', claim: 1 }]);
      await reopen();
      await store.append(claim(1));
      await store.append(claim(1));
      expect(await standing()).toMatchObject([{ state: 'claimed', claim: 4 }]);
      await store.append(request({ type: 'digestPosted', channel: 'C1', run: 'weekly', key, message: '1.1' }));
      await store.append(claim(4));
      await reopen();
      expect(await standing()).toMatchObject([{ state: 'posted', claim: 4, message: '1.1' }]);
      expect((await store.state()).digestRuns['C1']?.postedAt).toBe('2026-11-23T07:00:00Z');
    });

    it('keeps reminders under the user, and nothing of them once the user is forgotten', async () => {
      const week = '2026-W47';
      await store.append(request({ type: 'nudgeClaimed', user: 'U1', week, follows: null }, { actor: 'valo' }));
      await store.append(request({ type: 'nudgeSent', user: 'U1', week, message: '2.1' }, { actor: 'valo' }));
      await store.append(request({ type: 'nudgeSnoozed', user: 'U1', until: '2026-11-27' }));
      await reopen();
      expect((await store.state()).users['U1']).toMatchObject({
        snoozedUntil: '2026-11-27',
        nudges: [{ week, state: 'posted', claim: 1, message: '2.1' }],
      });
      await store.append(request({ type: 'forgotten', user: 'U1' }));
      await reopen();
      expect((await store.state()).users).toEqual({});
    });

    it('knows a forgotten user who comes back only by what came after', async () => {
      const come = request(lightEvent('green'), { actor: 'U2' });
      const back = request(lightEvent('red'), { actor: 'U2' });
      await Promise.all([come, request({ type: 'forgotten', user: 'U2' }, { actor: 'U2' }), back].map(store.append));
      const { entries } = await store.history({ target: goal5 });
      expect(entries.map(({ actor }) => actor)).toEqual(['U2', null]);
    });

    it('numbers a hundred updates at once without a gap', async () => {
      const results = await Promise.all(
        Array.from({ length: 100 }, (_, at) => store.append(request(lightEvent(at % 2 === 0 ? 'green' : 'yellow')))),
      );
      const seqs = results.map((result) => (result.kind === 'acknowledged' ? result.entry.seq : 0));
      expect(seqs).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
      expect((await store.history({ target: goal5, limit: 100 })).entries.map(({ seq }) => seq)).toEqual(
        seqs.toReversed(),
      );
    });

    it('refuses a request that could not be read back, and keeps the others', async () => {
      const bad = store.append(request(lightEvent('green', { comment: '' })));
      const good = store.append(request(lightEvent('green')));
      await expect(bad).rejects.toThrow(/too_small/);
      expect((await good).kind).toBe('acknowledged');
    });
  });
}
