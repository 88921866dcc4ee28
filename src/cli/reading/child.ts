import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import {
  detectForm,
  type FormMapping,
  type ImportOptions,
  type InputFile,
  importList,
  inflateBy,
  inspectWorkbook,
  MAX_FILE_BYTES,
  readChildrenFile,
  readCopyFile,
  readFactsFile,
  readFile,
  readLedgerFile,
} from "../../readers.js";
import { readSteadily } from "./file-bytes.js";
import type { Order, ReadingKind, Readings, Report, Told } from "./protocol.js";

/**
 * A process that reads files and does nothing else. Whatever a file does to it, it does to nobody else: the
 * pool stops it from outside.
 */
const READERS: {
  readonly [K in ReadingKind]: (by: Readings[K]["by"], file: InputFile) => Readings[K]["value"];
} = {
  submission: ({ system, mappings }, file) => readFile(system, file, ofUnits(mappings)),
  copy: ({ system }, file) => readCopyFile(system, file),
  facts: ({ system, mappings }, file) => readFactsFile(system, file, ofOthers(mappings)),
  ledger: (system, file) => readLedgerFile(system, file),
  children: (_, file) => readChildrenFile(file),
  form: ({ system, sheet }, { bytes, name }) => detectForm(bytes, name, system, sheet),
  inspection: (_, { bytes, name }) => inspectWorkbook(bytes, name),
  list: (options: ImportOptions, { bytes, name }) => importList(bytes, name, options),
};

const ofUnits = (mappings: readonly FormMapping[]) => mappings.filter(({ by }) => by === "unit");
const ofOthers = (mappings: readonly FormMapping[]) => mappings.filter(({ by }) => by === "others");

const readBy = new Map<ReadingKind, unknown>();

function read<K extends ReadingKind>(kind: K, path: string, name: string): Told<K> {
  try {
    const taken = readSteadily(path, MAX_FILE_BYTES);
    if (taken.kind !== "bytes") return taken;
    const { bytes } = taken;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const value = READERS[kind](readBy.get(kind) as Readings[K]["by"], { name, bytes, sha256 });
    return { kind: "read", value };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { kind: "failed", code, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** In one piece: zlib asks for no chunk below 64 bytes. */
inflateBy((deflated, size) =>
  inflateRawSync(deflated, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) }),
);

const tell = (report: Report) => process.send?.(report);

process.on("message", (order: Order) => {
  if (order.order === "by") readBy.set(order.kind, order.by);
  else {
    const told = read(order.kind, order.path, order.name);
    tell({ report: "done", told, residentBytes: process.memoryUsage.rss() });
  }
});
// Without its parent it has nobody to read for.
process.on("disconnect", () => process.exit());
tell({ report: "ready" });
