/** How many of the list come first for which it holds; it holds for the first ones and for no others. Halved until found. */
export function countLeading<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(list[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}
