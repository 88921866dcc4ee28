import { readFileSync } from "node:fs";
import type { PageParts } from "../index.js";

/** Where the build leaves the page's program and style; the same from the sources and from the built command line. */
const BUILT = new URL("../../dist/web/", import.meta.url);

export const pageParts = (): PageParts => ({
  script: readFileSync(new URL("report.js", BUILT), "utf8"),
  style: readFileSync(new URL("report.css", BUILT), "utf8"),
});
