import { beforeEach, describe, expect, it } from 'vitest';
import { rememberUsers } from '../../src/status/user-lookup.ts';
import type { UserStanding } from '../../src/status/user-lookup.ts';

const standing = (given: Partial<UserStanding> = {}): UserStanding => ({
  name: 'Maija',
  admin: false,
  active: true,
  ...given,
});

let now: Date;
let asked: string[];
let answer: () => Promise<UserStanding | null>;
beforeEach(() => {
  now = new Date('2026-11-16T07:00:00Z');
  asked = [];
  answer = async () => standing();
});

const remembered = (timing = {}) =>
  rememberUsers(
    async (user) => {
      asked.push(user);
      return answer();
    },
    () => now,
    timing,
  );

describe('what Slack tells of a user', () => {
  it('is asked once in five minutes, and again after that', async () => {
    const lookUp = remembered();
    for (const minutes of [0, 1, 4.9]) {
      now = new Date(Date.parse('2026-11-16T07:00:00Z') + minutes * 60_000);
      expect(await lookUp('U1')).toEqual(standing());
    }
    expect(asked).toEqual(['U1']);
    now = new Date('2026-11-16T07:05:00Z');
    answer = async () => standing({ admin: true });
    expect(await lookUp('U1')).toEqual(standing({ admin: true }));
  });

  it('is asked once by many at a time', async () => {
    const lookUp = remembered();
    await Promise.all([lookUp('U1'), lookUp('U1'), lookUp('U2'), lookUp('U1')]);
    expect(asked).toEqual(['U1', 'U2']);
  });

  it('holds on when Slack cannot tell any more', async () => {
    const lookUp = remembered();
    await lookUp('U1');
    for (const silent of [async () => null, () => Promise.reject(new Error('ratelimited'))]) {
      answer = silent;
      now = new Date(now.getTime() + 60 * 60_000);
      expect(await lookUp('U1')).toEqual(standing());
    }
  });

  it('is unknown when Slack has never told, and is asked again after half a minute', async () => {
    const lookUp = remembered();
    answer = () => {
      throw new Error('broken at once');
    };
    expect([await lookUp('U1'), await lookUp('U1')]).toEqual([null, null]);
    expect(asked).toEqual(['U1']);
    answer = async () => standing();
    now = new Date(now.getTime() + 30_000);
    expect(await lookUp('U1')).toEqual(standing());
  });

  it('is not waited for without end, and a late answer is there for the next asker', async () => {
    const lookUp = remembered({ patienceMs: 1 });
    let tell: (found: UserStanding) => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        tell = resolve;
      });
    expect(await lookUp('U1')).toBeNull();
    tell(standing({ active: false }));
    expect(await lookUp('U1')).toEqual(standing({ active: false }));
    expect(asked).toEqual(['U1']);
  });
});
