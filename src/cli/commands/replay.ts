import { type Results, type Ruling, RulingRefused, replay as replayResults } from "../../index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode, Failure } from "../exit.js";
import { readOwnResults } from "../read-results.js";
import { bold, dim, safe, table } from "../terminal.js";
import { changesOf, type UnitChange } from "../unit-changes.js";

export interface ReplayOptions {
  readonly set: readonly string[];
  readonly json?: boolean;
}

/** `faping replay`: what rulings on appeal would change; nothing is written. */
export async function replay(path: string, options: ReplayOptions, context: Context): Promise<ExitCode> {
  const rulings = options.set.map((text) => toRuling(text, context));
  const results = await readOwnResults(path, context);
  const after = await rulingsApplied(results, rulings, context);
  const changes = changesOf(results, after);
  if (options.json) {
    context.out(JSON.stringify({ rulings, changes }, null, 2));
    return EXIT.done;
  }
  const { trust, console: words } = context.messages;
  context.out(safe(trust.replayed(options.set.join(words.semicolon))));
  context.out(dim(safe(results.system.notice)));
  context.out(
    changes.length === 0 ? trust.noChange : `\n${bold(trust.units)}\n${changesTable(changes, context)}`,
  );
  return EXIT.done;
}

/** `unit/subject=value`; a unit's name has no slash, an item or fact no equals sign. */
function toRuling(text: string, { messages }: Context): Ruling {
  const [, unit = "", subject = "", value = ""] = /^([^/]+)\/([^=]+)=(.+)$/su.exec(text) ?? [];
  if (value === "") throw new Failure(EXIT.usage, messages.trust.notARuling(text));
  return { unit: unit.trim(), subject: subject.trim(), value: value.trim() };
}

async function rulingsApplied(
  results: Results,
  rulings: readonly Ruling[],
  { messages }: Context,
): Promise<Results> {
  try {
    return await replayResults(results, rulings);
  } catch (error) {
    if (!(error instanceof RulingRefused)) throw error;
    const { problem } = error;
    const more = "max" in problem ? problem.max : "message" in problem ? problem.message : "";
    throw new Failure(EXIT.usage, messages.trust.ruling[problem.why](problem.found, more));
  }
}

function changesTable(changes: readonly UnitChange[], { messages: { trust } }: Context): string {
  const { columns } = trust;
  const rank = (place: number | null) => (place === null ? trust.apart : String(place));
  const moved = (was: string, is: string) => (was === is ? is : `${was} → ${is}`);
  return table(
    [
      { title: columns.code },
      { title: columns.unit },
      { title: columns.total },
      { title: columns.rank },
      { title: columns.grade },
    ],
    changes.map(({ code, name, before, after }) => [
      code,
      name,
      moved(before.total, after.total),
      moved(rank(before.rank), rank(after.rank)),
      moved(before.grade ?? "—", after.grade ?? "—"),
    ]),
  );
}
