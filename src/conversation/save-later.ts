/** A file whose content is replaced as a whole. `save` rejects when the disk refuses. */
export type SavedFile<T> = { readonly data: T; save: (next: T) => Promise<void> };

/** Data in memory whose changes reach its file a little later, many at a time. */
export type SavedLater<T> = {
  readonly data: T;
  replace: (next: T) => void;
  /** Resolves when the file holds the data, or has refused it. */
  flush: () => Promise<void>;
};

/** Gathers changes for `afterMs` into one save. A refusal is told to `warn`, and the next change tries again. */
export function saveLater<T>(
  file: SavedFile<T>,
  { warn, afterMs }: { warn: (line: string) => void; afterMs: number },
): SavedLater<T> {
  let data = file.data;
  let dirty = false;
  let timer: NodeJS.Timeout | null = null;
  let saving: Promise<void> = Promise.resolve();

  async function save(): Promise<void> {
    if (!dirty) return;
    dirty = false;
    try {
      await file.save(data);
    } catch (error) {
      dirty = true;
      warn(`what was said lately is not on the disk yet: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  function start(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    saving = saving.then(save);
    return saving;
  }

  return {
    get data() {
      return data;
    },
    replace: (next) => {
      data = next;
      dirty = true;
      // A process that has nothing else to do flushes before it ends; the timer alone shall not keep it.
      timer ??= setTimeout(() => void start(), afterMs).unref();
    },
    flush: start,
  };
}
