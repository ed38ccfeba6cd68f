import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { openJsonFile } from './json-file.ts';
import { StoreError } from './store-error.ts';

const referencesSchema = z.object({ v: z.literal(1), users: z.record(z.string(), z.string().min(1)) });

/**
 * Who is behind the references that stand for users in the journal. The journal is never rewritten, so it holds no
 * user id; forgetting somebody removes the id from this one file.
 */
export type References = {
  /** The user's id, or null when forgotten. */
  userOf: (reference: string) => string | null;
  /** The references of users, made and kept where there are none. Rejects with the file system's error. */
  ensure: (users: readonly string[]) => Promise<(user: string) => string>;
  /** Removes users for good. In memory they are gone at once, also when the disk refuses. */
  forget: (references: readonly string[]) => Promise<void>;
};

/** Opens the file of references. Throws a `StoreError` when it and its copy are unreadable or from a newer program. */
export async function openReferences(path: string): Promise<References> {
  const file = await openJsonFile(path, referencesSchema, { v: 1 as const, users: {} });
  if (file.source === 'fallback' && file.setAside.length > 0) {
    const message = `${path}: unreadable, and so is its copy; put back a good copy, without it no owner is known (kept as ${file.setAside.join(', ')})`;
    throw new StoreError('damaged', path, message, { byte: 0 });
  }
  let byReference = new Map(Object.entries(file.data.users));
  let byUser = reversed(byReference);

  // Twice, so that the backup never lacks a user and never keeps one that is forgotten.
  async function save(users: ReadonlyMap<string, string>): Promise<void> {
    const next = { v: 1 as const, users: Object.fromEntries(users) };
    await file.save(next);
    await file.save(next);
  }

  return {
    userOf: (reference) => byReference.get(reference) ?? null,
    ensure: async (users) => {
      const fresh = [...new Set(users)].filter((user) => !byUser.has(user));
      if (fresh.length > 0) {
        const next = new Map(byReference);
        for (const user of fresh) next.set(`u-${randomBytes(8).toString('hex')}`, user);
        await save(next);
        byReference = next;
        byUser = reversed(next);
      }
      return (user) => {
        const reference = byUser.get(user);
        if (reference === undefined) throw new Error('a reference was asked for a user that was not ensured');
        return reference;
      };
    },
    forget: async (references) => {
      const gone = references.filter((reference) => byReference.has(reference));
      if (gone.length === 0) return;
      byReference = new Map([...byReference].filter(([reference]) => !gone.includes(reference)));
      byUser = reversed(byReference);
      await save(byReference);
    },
  };
}

function reversed(map: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...map].map(([reference, user]) => [user, reference]));
}
