import type { Finding, IntakeCode } from "../model/finding.js";
import type { Source } from "../model/source.js";

/** About whom or what a finding speaks. */
export interface About {
  readonly sheet?: string;
  readonly source?: Source;
  readonly item?: string;
  readonly fact?: string;
}

/** Collects the findings of one file. */
export class Findings {
  private readonly list: Finding[] = [];

  constructor(private readonly file: string) {}

  add(code: IntakeCode, params: Readonly<Record<string, string>> = {}, about: About = {}): void {
    const { source, sheet = source?.sheet, item, fact } = about;
    this.list.push({
      code,
      file: this.file,
      ...(sheet === undefined ? {} : { sheet }),
      ...(source ? { cell: source.cell } : {}),
      ...(item === undefined ? {} : { item }),
      ...(fact === undefined ? {} : { fact }),
      params,
    });
  }

  /** What another reading of the same file found. */
  copy(finding: Finding): void {
    this.list.push(finding);
  }

  all(): readonly Finding[] {
    return this.list;
  }
}
