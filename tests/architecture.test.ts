import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const PACKAGE = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  dependencies: Record<string, string>;
};

/** Which folders a folder may import from, besides itself. `index.ts` is the one file above them. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  system: ["model"],
  intake: ["model"],
  scoring: ["model"],
  ranking: ["model"],
  gaps: ["model"],
  verification: ["model"],
  messages: ["model"],
  template: ["model", "messages"],
  report: ["model", "messages"],
  authoring: ["model", "messages", "intake"],
  forms: ["model", "intake", "system"],
  run: [
    "model",
    "system",
    "intake",
    "forms",
    "verification",
    "scoring",
    "ranking",
    "gaps",
    "messages",
    "report",
  ],
  "index.ts": [
    ...["model", "system", "intake", "scoring", "ranking", "gaps", "verification"],
    ...["messages", "template", "report", "run", "authoring", "forms"],
  ],
  "readers.ts": ["model", "intake", "forms", "run", "authoring"],
  "page.ts": ["report"],
  cli: ["index.ts", "readers.ts"],
  web: ["page.ts"],
};
/** The places that know files, processes, the clock or the DOM. */
const EDGES = ["cli", "web"];

interface SourceFile {
  /** Below src, with forward slashes. */
  readonly path: string;
  /** The folder below src, or the file's own name. */
  readonly folder: string;
  readonly text: string;
  /** What it imports: paths below src, or the names of packages and of Node's modules. */
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => /(?<!\.d)\.tsx?$/.test(path))
  .map((name): SourceFile => {
    const path = name.split(sep).join("/");
    const text = readFileSync(join(SRC, name), "utf8");
    return { path, folder: folderOf(path), text, imports: importsOf(path, text) };
  });

function folderOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function importsOf(path: string, text: string): string[] {
  const code = withoutComments(text, "keep strings");
  const statements = /^\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/gm;
  const bare = /^\s*import\s*["']([^"']+)["']/gm;
  const dynamic = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
  return [statements, bare, dynamic]
    .flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = ""]) => name))
    .map((name) => (name.startsWith(".") ? resolved(path, name) : name));
}

/** `./x.js` as it is written in a file becomes the file that it is. */
function resolved(from: string, name: string): string {
  return relative(SRC, join(SRC, dirname(from), name))
    .split(sep)
    .join("/")
    .replace(/\.js$/, (_, at: number, path: string) =>
      existsSync(join(SRC, `${path.slice(0, at)}.tsx`)) ? ".tsx" : ".ts",
    );
}

const isOurs = (name: string): boolean => /\.(?:tsx?|css)$/.test(name);

/** The package of a module: `@noble/hashes/sha2.js` is of `@noble/hashes`. */
const packageOf = (name: string): string => name.split("/", name.startsWith("@") ? 2 : 1).join("/");

/**
 * The code alone. A slash begins a regular expression where no value stands before it; of a template the
 * expressions are code, the rest is text.
 */
function withoutComments(text: string, strings: "keep strings" | "drop strings"): string {
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|(?<=(?:^|[=([{,;:!&|?+\-*%<>~^]|\breturn|=>)\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;
  return text.replace(token, (found) => {
    if (found.startsWith("//") || found.startsWith("/*")) return " ";
    if (strings === "keep strings") return found;
    if (!found.startsWith("`")) return " ";
    return [...found.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => code).join(" ; ");
  });
}

const offenders = (isOffence: (file: SourceFile, name: string) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports.filter((name) => isOffence(file, name)).map((name) => `${file.path} imports ${name}`),
  );

describe("imports point one way", () => {
  it("from folders that are known, each with its place", () => {
    expect(files.length).toBeGreaterThan(50);
    const folders = [...new Set(files.map(({ folder }) => folder))];
    expect(folders.filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it("to files that are there", () => {
    const paths = new Set(files.map(({ path }) => path));
    expect(offenders((_file, name) => isOurs(name) && !paths.has(name) && !name.endsWith(".css"))).toEqual(
      [],
    );
  });

  it("to the folders that each may know", () => {
    expect(
      offenders(({ folder }, name) => {
        const other = folderOf(name);
        return isOurs(name) && other !== folder && !MAY_IMPORT[folder]?.includes(other);
      }),
    ).toEqual([]);
  });

  it("never to the command line or the page", () => {
    expect(
      offenders(
        ({ folder }, name) => isOurs(name) && EDGES.includes(folderOf(name)) && folder !== folderOf(name),
      ),
    ).toEqual([]);
  });

  it("and never in a circle, types apart", () => {
    const below = new Map(
      files.map(({ path, text }) => {
        const running = text.replace(/^(?:import|export) type\b[^;]*;/gm, "");
        return [path, importsOf(path, running).filter(isOurs)];
      }),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
      if (way.includes(path) || done.has(path)) return;
      for (const next of below.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    };
    for (const path of below.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });
});

describe("packages", () => {
  const isPackage = (name: string) => !isOurs(name) && !name.startsWith("node:");

  it("are those that package.json names", () => {
    expect(offenders((_file, name) => isPackage(name) && !(packageOf(name) in PACKAGE.dependencies))).toEqual(
      [],
    );
  });

  it("other than zod are unknown to the model", () => {
    expect(offenders(({ folder }, name) => folder === "model" && !isOurs(name) && name !== "zod")).toEqual(
      [],
    );
  });

  it("that decide conditions are known to one file", () => {
    const knowing = files.filter(({ imports }) => imports.includes("json-rules-engine"));
    expect(knowing.map(({ path }) => path)).toEqual(["scoring/conditions.ts"]);
  });

  it("that write workbooks are known where workbooks are written", () => {
    const writers = ["template", "report", "authoring", "cli"];
    expect(
      offenders(({ folder }, name) => packageOf(name) === "exceljs" && !writers.includes(folder)),
    ).toEqual([]);
  });
});

describe("files, processes and the clock", () => {
  const core = files.filter(({ folder }) => !EDGES.includes(folder));

  it("are not imported outside the edges", () => {
    expect(offenders(({ folder }, name) => name.startsWith("node:") && folder !== "cli")).toEqual([]);
  });

  // A property may be called so (`labels.console`); the global is what is called, asked or handed on.
  const GLOBALS = /(?<![.\w$])(?:process|Buffer|console|__dirname|performance)\s*[.([]/g;
  const CLOCK = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\b(?:setTimeout|setInterval|fetch)\(/g;

  it("are not reached for outside the edges, nor is chance", () => {
    const found = core.flatMap(({ path, text }) => {
      const code = withoutComments(text, "drop strings");
      return [...code.matchAll(GLOBALS), ...code.matchAll(CLOCK)].map(([use]) => `${path}: ${use}`);
    });
    expect(found).toEqual([]);
  });

  it("would be seen where they are used, and not where they are only named", () => {
    const uses = (code: string) => [...withoutComments(code, "drop strings").matchAll(GLOBALS)].length;
    expect(uses("if (x) console.log(1);")).toBe(1);
    expect(uses(`const a = \`\${process.cwd()}\`;`)).toBe(1);
    expect(uses("const b = /['\"]/.test(c); process.exit(1); // '")).toBe(1);
    expect(uses("const d = e / f; Buffer.from(g); const h = i / j;")).toBe(1);
    expect(uses('// console.log\n/* process.exit() */ const k = "Buffer.from(l)";')).toBe(0);
    expect(uses("messages.console.done(m); const n = { console: o };")).toBe(0);
  });
});

describe("rooms", () => {
  it("are no longer than one sitting: 300 lines, message tables and schemas apart", () => {
    const long = files
      .filter(
        ({ folder, path }) => folder !== "messages" && !/^model\/(?:.*-document|results)\.ts$/.test(path),
      )
      .filter(({ text }) => text.trimEnd().split("\n").length > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("are named for what is done there", () => {
    const names = /(?:^|\/)(?:utils?|helpers?|common|misc|shared|lib)(?:\/|\.ts$)/;
    expect(files.map(({ path }) => path).filter((path) => names.test(path))).toEqual([]);
  });
});
