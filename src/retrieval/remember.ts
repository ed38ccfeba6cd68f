/**
 * The same function, with its results remembered by key. When `capacity` results are kept, all are let go: what is asked often comes back at
 * once. The further arguments have to follow from the key.
 */
export function remember<Rest extends unknown[], Value>(
  capacity: number,
  make: (key: string, ...rest: Rest) => Value,
): (key: string, ...rest: Rest) => Value {
  const remembered = new Map<string, Value>();
  return (key, ...rest) => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const made = make(key, ...rest);
    if (remembered.size >= capacity) remembered.clear();
    remembered.set(key, made);
    return made;
  };
}
