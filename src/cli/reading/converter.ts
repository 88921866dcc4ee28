import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LIMITS, type Limits } from "./reader-process.js";
import { watchMemory } from "./resident-memory.js";

/** What came of a conversion: the new file's path, or why there is none. */
export type Conversion =
  | { readonly kind: "converted"; readonly path: string }
  | { readonly kind: "noProgram" | "time" | "memory" | "failed" };

/** Where LibreOffice lies when it is not on the PATH. */
const PROGRAMS: readonly string[] = [
  "soffice",
  "libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];

/**
 * Turns workbooks of older formats into .xlsx with LibreOffice, in a profile of its own that runs no macros
 * and follows no links, within the same limits of time and memory as a reading. One at a time: a profile
 * serves one LibreOffice.
 */
export class Converter {
  readonly #limits: Limits;
  readonly #programs: readonly string[];
  #folder: string | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  constructor(limits: Limits = LIMITS, programs: readonly string[] = PROGRAMS) {
    this.#limits = limits;
    this.#programs = programs;
  }

  /** Never rejects. */
  convert(path: string): Promise<Conversion> {
    const next = this.#last.then(() => this.#converted(path)).catch(() => ({ kind: "failed" as const }));
    this.#last = next;
    return next;
  }

  /** Takes away everything that was made. */
  close(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }

  async #converted(path: string): Promise<Conversion> {
    const folder = this.#workFolder();
    this.#count += 1;
    // A name of ours: nothing in theirs reaches another program. Both are the same format to LibreOffice.
    const source = join(folder, `${this.#count}.xls`);
    copyFileSync(path, source);
    for (const program of this.#programs) {
      const ended = await this.#run(program, folder, source);
      if (ended === "absent") continue;
      rmSync(source, { force: true });
      if (ended !== "done") return { kind: ended };
      const made = join(folder, "out", `${this.#count}.xlsx`);
      return existsSync(made) ? { kind: "converted", path: made } : { kind: "failed" };
    }
    return { kind: "noProgram" };
  }

  #workFolder(): string {
    if (this.#folder === undefined) {
      this.#folder = mkdtempSync(join(tmpdir(), "faping-convert-"));
      mkdirSync(join(this.#folder, "profile", "user"), { recursive: true });
      writeFileSync(join(this.#folder, "profile", "user", "registrymodifications.xcu"), SETTINGS);
    }
    return this.#folder;
  }

  #run(
    program: string,
    folder: string,
    source: string,
  ): Promise<"done" | "absent" | "time" | "memory" | "failed"> {
    const args = [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      ...["--headless", "--norestore", "--nologo", "--convert-to", "xlsx", "--outdir", join(folder, "out")],
      source,
    ];
    return new Promise((resolve) => {
      const child = spawn(program, args, { stdio: "ignore", detached: platform() !== "win32", cwd: folder });
      let stopped: "time" | "memory" | undefined;
      const stop = (why: "time" | "memory") => {
        stopped = why;
        killTree(child.pid);
      };
      const clock = setTimeout(() => stop("time"), this.#limits.milliseconds);
      const unwatch =
        child.pid === undefined
          ? () => undefined
          : watchMemory(child.pid, { maxBytes: this.#limits.residentBytes, group: true }, () =>
              stop("memory"),
            );
      const done = (ended: "done" | "absent" | "failed") => {
        clearTimeout(clock);
        unwatch();
        resolve(stopped ?? ended);
      };
      child.on("error", (error: NodeJS.ErrnoException) =>
        done(error.code === "ENOENT" ? "absent" : "failed"),
      );
      child.on("exit", (code) => done(code === 0 ? "done" : "failed"));
    });
  }
}

/** LibreOffice's launcher starts the program proper: both must go. */
function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  if (platform() === "win32") spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
  else {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has ended in this moment.
    }
  }
}

const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
`;
