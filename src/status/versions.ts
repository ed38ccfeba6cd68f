/** How records of one kind have changed: `steps[n]` turns a record of version n into one of version n + 1. */
export type RecordFormat = {
  version: number;
  steps: Readonly<Record<number, (older: Readonly<Record<string, unknown>>) => object>>;
};

type Migration =
  | { kind: 'current'; value: object; migratedFrom: number | null }
  | { kind: 'newer'; found: number }
  | { kind: 'unreadable'; reason: string };

/**
 * Brings a record read from disk to the current version. Records carry their version as a whole number in `v`.
 * A newer record is refused, for an older program would drop what it does not know.
 */
export function migrate(raw: unknown, format: RecordFormat): Migration {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { kind: 'unreadable', reason: 'not a record' };
  }
  let value: Readonly<Record<string, unknown>> = { ...raw };
  const found = value['v'];
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 0) {
    return { kind: 'unreadable', reason: 'no version number' };
  }
  if (found > format.version) return { kind: 'newer', found };
  for (let version = found; version < format.version; version += 1) {
    const step = format.steps[version];
    if (step === undefined) return { kind: 'unreadable', reason: `no migration from version ${version}` };
    value = { ...step(value), v: version + 1 };
  }
  return { kind: 'current', value, migratedFrom: found < format.version ? found : null };
}
