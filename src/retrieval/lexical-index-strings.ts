/** Many strings in two typed arrays, so that they cost neither objects nor decoding when a snapshot is loaded. */
export type PackedStrings = {
  /** UTF-16 code units of all strings, one after the other. */
  units: Uint16Array;
  /** One more than there are strings: string `i` is `units[offsets[i]]` up to `units[offsets[i + 1]]`. */
  offsets: Uint32Array;
};

export const packStrings = (strings: readonly string[]): PackedStrings => {
  const offsets = new Uint32Array(strings.length + 1);
  let length = 0;
  for (const [index, string] of strings.entries()) {
    length += string.length;
    offsets[index + 1] = length;
  }
  const units = new Uint16Array(length);
  for (const [index, string] of strings.entries()) {
    const offset = offsets[index] ?? 0;
    for (let unit = 0; unit < string.length; unit += 1) units[offset + unit] = string.charCodeAt(unit);
  }
  return { units, offsets };
};

/** How many strings there are. */
export const countStrings = (packed: PackedStrings): number => packed.offsets.length - 1;

/** String number `index`; an index out of range is a RangeError. */
export const stringAt = (packed: PackedStrings, index: number): string => {
  const start = packed.offsets[index];
  const end = packed.offsets[index + 1];
  if (start === undefined || end === undefined) throw new RangeError(`no string ${index}`);
  const { buffer, byteOffset } = packed.units;
  return Buffer.from(buffer, byteOffset + 2 * start, 2 * (end - start)).toString('utf16le');
};

/** The order of `Array.prototype.sort`: by UTF-16 code unit. */
const compareAt = (packed: PackedStrings, index: number, wanted: string): number => {
  const start = packed.offsets[index] ?? 0;
  const length = (packed.offsets[index + 1] ?? 0) - start;
  const shared = Math.min(length, wanted.length);
  for (let unit = 0; unit < shared; unit += 1) {
    const difference = (packed.units[start + unit] ?? 0) - wanted.charCodeAt(unit);
    if (difference !== 0) return difference;
  }
  return length - wanted.length;
};

/** The index of `wanted` among strings sorted by UTF-16 code unit, or -1. Binary search. */
export const findString = (sorted: PackedStrings, wanted: string): number => {
  let low = 0;
  let high = countStrings(sorted) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareAt(sorted, middle, wanted);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
