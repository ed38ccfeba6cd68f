import type { Target } from '../../src/domain/light.ts';
import type { StatusEvent } from '../../src/status/events.ts';
import type { AppendRequest } from '../../src/status/store.ts';

export const goal5: Target = { programme: 'helsinki', id: '5' };

/** A light event with every optional field empty unless given. */
export function lightEvent(
  light: 'green' | 'yellow' | 'red' | 'grey',
  given: Partial<Extract<StatusEvent, { type: 'light' }>> = {},
): StatusEvent {
  const empty = { comment: null, next: null, expected: null, confidence: null, blockers: null };
  return { type: 'light', target: goal5, light, ...empty, ...given };
}

let made = 0;

/** A request with a key of its own unless given. */
export function request(event: StatusEvent, given: Partial<AppendRequest> = {}): AppendRequest {
  made += 1;
  return { event, key: `key-${made}`, actor: 'U1', at: '2026-11-16T07:00:00.000Z', ...given };
}
