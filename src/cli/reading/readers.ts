import {
  type ChildrenTable,
  type DetectOutcome,
  type Finding,
  type ImportOptions,
  type ImportOutcome,
  type IndicatorSystem,
  type Inspection,
  MAX_FILE_BYTES,
  type Messages,
  type ReadCopy,
  type ReadFacts,
  type ReadFile,
  type ReadLedger,
} from "../../index.js";
import { hashFile, type InputPath, sizeOf } from "../files.js";
import { Converter } from "./converter.js";
import { ReaderPool } from "./pool.js";
import type { FormSearch, Outcome, Rules } from "./protocol.js";
import { LIMITS } from "./reader-process.js";

/** Reads the files of others, each in a process of its own; whatever a file does, it has one outcome. */
export class Readers {
  /** `converter`: where given, .xls and .et files are converted and then read. */
  constructor(
    private readonly pool: ReaderPool,
    private readonly messages: Messages,
    private readonly converter?: Converter,
  ) {}

  async submission(rules: Rules, file: InputPath): Promise<ReadFile> {
    const outcome = await this.#read("submission", rules, file);
    if (outcome.kind === "read") return outcome.value;
    const finding = findingOf(outcome, file);
    const reason = finding ? {} : { reason: this.#reason(outcome) };
    return { ...entryOf(outcome, file), findings: finding ? [finding] : [], ...reason };
  }

  async copy(rules: Rules, file: InputPath): Promise<ReadCopy> {
    const outcome = await this.#read("copy", rules, file);
    if (outcome.kind === "read") return outcome.value;
    const findings = [findingOf(outcome, file) ?? this.#unreadable(outcome, file)];
    return { ...entryOf(outcome, file), madeFrom: [], shown: new Map(), findings };
  }

  async facts(rules: Rules, file: InputPath): Promise<ReadFacts> {
    const outcome = await this.#read("facts", rules, file);
    if (outcome.kind === "read") return outcome.value;
    const findings = [findingOf(outcome, file) ?? this.#unreadable(outcome, file)];
    return { ...entryOf(outcome, file), facts: [], findings };
  }

  async ledger(system: IndicatorSystem, file: InputPath): Promise<ReadLedger> {
    const outcome = await this.pool.read("ledger", system, file);
    if (outcome.kind === "read") return outcome.value;
    const findings = [findingOf(outcome, file) ?? this.#unreadable(outcome, file)];
    return { ...entryOf(outcome, file), rows: [], values: [], findings };
  }

  /** undefined where the file is no such table. */
  async children(file: InputPath): Promise<ChildrenTable | undefined> {
    const outcome = await this.pool.read("children", undefined, file);
    return outcome.kind === "read" ? outcome.value : undefined;
  }

  async inspection(file: InputPath): Promise<Inspection> {
    const outcome = await this.pool.read("inspection", undefined, file);
    if (outcome.kind === "read") return outcome.value;
    const findings = [findingOf(outcome, file) ?? this.#unreadable(outcome, file)];
    return { findings, date1904: false, sheets: [] };
  }

  async form(file: InputPath, search: FormSearch): Promise<DetectOutcome> {
    const outcome = await this.pool.read("form", search, file);
    if (outcome.kind === "read") return outcome.value;
    return { kind: "unreadable", findings: [findingOf(outcome, file) ?? this.#unreadable(outcome, file)] };
  }

  async list(file: InputPath, options: ImportOptions): Promise<ImportOutcome> {
    const outcome = await this.pool.read("list", options, file);
    if (outcome.kind === "read") return outcome.value;
    const findings = [findingOf(outcome, file) ?? this.#unreadable(outcome, file)];
    return { refused: "unreadable", findings };
  }

  /** Reads a file; one of an older format once more, converted, where that is wanted. */
  async #read<K extends "submission" | "copy" | "facts">(
    kind: K,
    rules: Rules,
    file: InputPath,
  ): Promise<Outcome<K>> {
    const outcome = await this.pool.read(kind, rules, file);
    const refused = outcome.kind === "read" ? outcome.value.findings.find(isOlderFormat) : undefined;
    if (!this.converter || outcome.kind !== "read" || !refused) return outcome;
    const { sha256, bytes, findings } = outcome.value;
    const conversion = await this.converter.convert(file.path);
    if (conversion.kind !== "converted") {
      const told = findings.map((finding) =>
        finding === refused
          ? { ...finding, params: { ...finding.params, conversion: conversion.kind } }
          : finding,
      );
      return { kind: "read", value: { ...outcome.value, findings: told } };
    }
    const again = await this.pool.read(kind, rules, { path: conversion.path, name: file.name });
    if (again.kind !== "read") return again;
    const converted: Finding = {
      code: "W11",
      file: file.name,
      params: { format: refused.params.format ?? "" },
    };
    // What was handed in is the file that came, not what was made of it.
    return {
      kind: "read",
      value: { ...again.value, sha256, bytes, findings: [converted, ...again.value.findings] },
    };
  }

  #reason(outcome: Failed): string {
    const { manual } = this.messages.reading;
    switch (outcome.kind) {
      case "changing":
        return manual.changing;
      case "crashed":
        return manual.crashed(outcome.detail);
      case "failed":
        return outcome.code === "ENOENT" ? manual.gone : manual.unreadable(outcome.code || outcome.problem);
      default:
        return outcome.kind;
    }
  }

  /** Tables and copies have no outcome of their own for what is nobody's fault: they are returned. */
  #unreadable(outcome: Failed, { name }: InputPath): Finding {
    return { code: "E25", file: name, params: { why: this.#reason(outcome) } };
  }
}

/** What commands that read files can be told about it. */
export interface ReadingOptions {
  /** Convert .xls and .et files, where LibreOffice is installed. */
  readonly convert?: boolean;
}

/** Gives readers, and ends their processes whatever happens. */
export async function withReaders<T>(
  { convert }: ReadingOptions,
  messages: Messages,
  use: (readers: Readers) => Promise<T>,
): Promise<T> {
  const pool = new ReaderPool();
  const converter = convert ? new Converter() : undefined;
  try {
    return await use(new Readers(pool, messages, converter));
  } finally {
    pool.close();
    converter?.close();
  }
}

const isOlderFormat = ({ code, params }: Finding): boolean =>
  code === "E02" && (params.format === "xls" || params.format === "et");

type Failed = Exclude<Outcome, { kind: "read" }>;

/** What is told of a file that was stopped or is too large; undefined where it is not known to be at fault. */
function findingOf(outcome: Failed, { name }: InputPath): Finding | undefined {
  switch (outcome.kind) {
    case "tooLarge": {
      const params = { what: "bytes", found: String(outcome.bytes), limit: String(MAX_FILE_BYTES) };
      return { code: "E06", file: name, params };
    }
    case "stopped": {
      const limit = outcome.why === "time" ? LIMITS.milliseconds / 1000 : MEMORY_MB;
      return { code: "E25", file: name, params: { what: outcome.why, limit: String(limit) } };
    }
    default:
      return undefined;
  }
}

/** What is promised; the limit itself is lower, since it is looked at from time to time. */
const MEMORY_MB = 400;

function entryOf(outcome: Failed, { path, name }: InputPath): Pick<ReadFile, "file" | "sha256" | "bytes"> {
  if (outcome.kind === "tooLarge") return { file: name, sha256: outcome.sha256, bytes: outcome.bytes };
  try {
    return { file: name, sha256: hashFile(path), bytes: sizeOf(path) };
  } catch {
    return { file: name, sha256: "", bytes: 0 };
  }
}
