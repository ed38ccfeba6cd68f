import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openFailure } from '../../src/status/store-error.ts';

/** What SQLite throws when it finds no room. */
function sqliteFull(): unknown {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('PRAGMA max_page_count = 1; CREATE TABLE t (x); CREATE TABLE u (x)');
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
  throw new Error('SQLite found room');
}

it('a lock that finds no room on the disk says that the disk is full and how to go on', () => {
  const failure = openFailure('data/lock.sqlite', sqliteFull());
  expect(failure.kind).toBe('full');
  expect(failure.message).toContain('data/lock.sqlite: the disk is full; make room and start again');
});
