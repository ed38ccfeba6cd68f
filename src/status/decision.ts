import type { Target } from '../domain/light.ts';
import type { StatusEvent } from './events.ts';
import type { StatusOutcome } from './outcome.ts';

/** An event that somebody's part in a goal or measure begins or ends. */
export type RoleEvent = Extract<
  StatusEvent,
  { type: 'ownerAdded' | 'ownerRemoved' | 'delegateSet' | 'delegateRemoved' }
>;

/** What is to be done about a command: an outcome at once, events to keep, or something to look up first. */
export type Decision =
  | { kind: 'outcome'; outcome: StatusOutcome }
  /** `first` are events of the same command that come before it. */
  | { kind: 'append'; event: StatusEvent; first?: readonly RoleEvent[] }
  | { kind: 'readHistory'; for: 'show' | 'history'; target: Target | null }
  | { kind: 'export' }
  | { kind: 'confirmImport'; key: string };

export function outcome(value: StatusOutcome): Decision {
  return { kind: 'outcome', outcome: value };
}

export function append(event: StatusEvent): Decision {
  return { kind: 'append', event };
}
