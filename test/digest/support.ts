import { composeDigest } from '../../src/digest/compose.ts';
import type { Digest } from '../../src/digest/digest.ts';
import type { DigestFacts } from '../../src/digest/scene.ts';
import type { Light } from '../../src/domain/light.ts';
import type { Entry, StatusEvent } from '../../src/status/events.ts';
import { directory, hki } from '../status/directory.ts';

/** A history that is written down entry by entry, each of one day at ten in the morning, UTC, or at an instant. */
export function history() {
  const entries: Entry[] = [];
  function add(when: string, actor: string | null, event: StatusEvent): number {
    const seq = entries.length + 1;
    const at = when.includes('T') ? when : `${when}T10:00:00.000Z`;
    entries.push({ v: 1, seq, key: `k${seq}`, at, actor, event, change: null });
    return seq;
  }
  return {
    entries,
    light: (when: string, id: string, light: Light, comment: string | null = null, expected: string | null = null) =>
      add(when, 'U1', {
        type: 'light',
        target: hki(id),
        light,
        comment,
        expected,
        next: null,
        confidence: null,
        blockers: null,
      }),
    undo: (when: string, id: string, undoes: number) => add(when, 'U1', { type: 'undo', target: hki(id), undoes }),
    owner: (when: string, id: string, user: string | null) =>
      add(when, 'UADMIN', { type: 'ownerAdded', target: hki(id), user }),
    noOwner: (when: string, id: string, user: string) =>
      add(when, 'UADMIN', { type: 'ownerRemoved', target: hki(id), user }),
  };
}

/** The digest of Monday 23 November 2026 at nine in Helsinki, a week after the last, of these facts. */
export function digestOf(over: Partial<DigestFacts> = {}): Digest {
  return composeDigest({
    channel: 'C1',
    week: '2026-W48',
    at: '2026-11-23T07:00:00.000Z',
    since: '2026-11-16T07:00:00.000Z',
    language: 'fi',
    entries: [],
    directory,
    programme: 'helsinki',
    filter: { lights: [], programme: null, goals: [], mine: false },
    programmes: [
      { id: 'helsinki', name: { fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' }, followUp: '2023-05' },
      { id: 'vaasa', name: { fi: 'Vaasa', sv: 'Vasa', en: 'Vaasa' }, followUp: null },
    ],
    timetables: new Map(),
    inactive: new Set(),
    gaps: [],
    ...over,
  });
}

/** The ids of what the lines are about. */
export function ids(lines: readonly { target: Digest['unowned'][number] | null }[]): (string | null)[] {
  return lines.map(({ target }) => target?.target.id ?? null);
}
