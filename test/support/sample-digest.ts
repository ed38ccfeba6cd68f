import type { Digest, DigestTarget } from '../../src/digest/digest.ts';
import { goal5, measure43 } from './samples.ts';

const goal1: DigestTarget = {
  target: { programme: 'helsinki', id: '1' },
  kind: 'goal',
  label: 'goal1',
  names: { fi: 'Helsingin tunnettuus', sv: 'Helsingfors renommé', en: 'The reputation of Helsinki' },
};
const weeks = ['2026-W36', '2026-W37', '2026-W38', '2026-W39', '2026-W40', '2026-W41'].concat([
  '2026-W42',
  '2026-W43',
  '2026-W44',
  '2026-W45',
  '2026-W46',
  '2026-W47',
]);
const none = weeks.map(() => null);

/** A digest with something in every part. */
export function sampleDigest(over: Partial<Digest> = {}): Digest {
  const at = '2026-11-23T07:00:00.000Z';
  const posted = {
    light: 'red',
    actor: 'UOWNER',
    at: '2026-11-20T08:05:00.000Z',
    comment: 'Rahoitus puuttuu',
  } as const;
  return {
    channel: 'CWORK',
    week: '2026-W48',
    at,
    since: '2026-11-16T07:00:00.000Z',
    language: 'fi',
    scope: [{ fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' }],
    filtered: false,
    weeks,
    board: [
      { target: goal5, light: 'red', weeks: [...none.slice(4), 'green', 'green', 'yellow', 'red'] },
      { target: goal1, light: null, weeks: none },
    ],
    counts: { green: 0, yellow: 0, red: 1, grey: 0, none: 1 },
    changes: [
      {
        target: goal5,
        from: 'yellow',
        to: 'red',
        undone: false,
        actor: 'UOWNER',
        at: posted.at,
        comment: 'Rahoitus puuttuu',
      },
      { target: goal1, from: 'grey', to: null, undone: true, actor: null, at: posted.at, comment: null },
    ],
    confirmed: 1,
    worries: [
      { target: goal5, posted },
      { target: measure43, posted: { ...posted, light: 'yellow', comment: null } },
    ],
    stale: [
      { target: measure43, posted: { ...posted, light: 'yellow', at: '2026-10-01T08:05:00.000Z' }, owners: ['UOWNER'] },
      { target: goal1, posted: null, owners: [] },
    ],
    passed: [
      {
        programme: { fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' },
        targets: [measure43, { ...measure43, label: '4.2' }],
        followUp: '2023-05',
      },
    ],
    due: [
      { target: measure43, day: '2026-12-31', said: 'timetable', passed: false },
      { target: goal5, day: '2026-11-20', said: 'expected', passed: true },
    ],
    unowned: [goal1],
    goals: 2,
    gaps: [
      { target: null, name: { fi: 'mikä on budjetti?', sv: 'budget?', en: 'budget?' }, count: 3, example: null },
      { target: measure43, name: measure43.names, count: 1, example: 'paljonko puoliso-ohjelma maksaa?' },
    ],
    ...over,
  };
}
