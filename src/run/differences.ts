/** One place where two results differ; a side that has nothing there is undefined. */
export interface Difference {
  /** `assessments[990122].items[5.1.1].points`: elements by what they are called, else by their number. */
  readonly path: string;
  readonly recorded?: string;
  readonly found?: string;
}

/** Every place where two JSON values differ, in the order of the first. */
export function differences(recorded: unknown, found: unknown, path = ""): Difference[] {
  if (isContainer(recorded) && isContainer(found) && Array.isArray(recorded) === Array.isArray(found)) {
    const [a, b] = [entries(recorded), entries(found)];
    const keys = [...new Set([...a.keys(), ...b.keys()])];
    return keys.flatMap((key) =>
      differences(a.get(key), b.get(key), Array.isArray(recorded) ? `${path}[${key}]` : join(path, key)),
    );
  }
  if (recorded === found) return [];
  const side = (name: "recorded" | "found", value: unknown) =>
    value === undefined ? {} : { [name]: shorten(JSON.stringify(value)) };
  return [{ path, ...side("recorded", recorded), ...side("found", found) }];
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;
const join = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);

/** Lists of units, items, clauses, files are compared element by element of the same name. */
function entries(value: object): Map<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const seen = new Map<string, number>();
  return new Map(
    value.map((element, index) => {
      const name = nameOf(element) ?? String(index);
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      return [times === 0 ? name : `${name}~${times + 1}`, element];
    }),
  );
}

function nameOf(element: unknown): string | undefined {
  if (!isContainer(element)) return undefined;
  const { id, code, file, fact, item, name, unit } = element as Record<string, unknown>;
  const owner = isContainer(unit) ? (unit as Record<string, unknown>).code : undefined;
  return [file, owner, id, fact, item, code, name].find((one) => typeof one === "string") as
    | string
    | undefined;
}

const LONGEST = 200;
const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
