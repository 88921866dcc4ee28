import type { Workbook } from "exceljs";
import { GUIDE, SHEETS } from "../model/form.js";
import type { IndicatorSystem } from "../model/indicator-system.js";
import { addSheet, fitRow, protect, put } from "./sheet.js";
import { LABEL, SECTION, TEXT } from "./styles.js";

export type Line = readonly [label: string, text: string];
const FIRST_ROW = 4;

/** What one kind of workbook says of itself. */
export interface Guide {
  readonly title: string;
  readonly heading: string;
  /** What to do, in order; they are numbered. */
  readonly steps: readonly Line[];
  /** Lines by which this workbook is known, beside those of the system. */
  readonly identity: readonly Line[];
}

/** 填报说明: what to do, and by which system the workbook is read. */
export async function addGuide(book: Workbook, system: IndicatorSystem, guide: Guide): Promise<void> {
  const sheet = addSheet(book, system, {
    name: SHEETS.guide,
    title: guide.title,
    widths: [22, 96],
    paper: "A4 portrait",
  });
  const table = (first: number, heading: string, lines: readonly Line[]): number => {
    put(sheet, first, 1, heading, SECTION);
    lines.forEach(([label, text], index) => {
      put(sheet, first + 1 + index, 1, label, LABEL);
      put(sheet, first + 1 + index, 2, text, TEXT);
      fitRow(sheet, first + 1 + index);
    });
    return first + lines.length + 2;
  };
  const steps = guide.steps.map(([topic, text], index): Line => [`${index + 1}. ${topic}`, text]);
  const next = table(FIRST_ROW, guide.heading, steps);
  table(next, "本工作簿对应的指标体系（请勿修改）", [...identity(system), ...guide.identity]);
  await protect(sheet);
}

function identity(system: IndicatorSystem): Line[] {
  const { period } = system;
  const lines: (readonly [string, string | undefined])[] = [
    [GUIDE.title, system.title],
    [GUIDE.id, system.id],
    [GUIDE.version, system.version],
    [GUIDE.sha256, system.sha256],
    ...(system.overlay === undefined ? [] : [[GUIDE.overlay, system.overlay.sha256] as const]),
    [GUIDE.formHash, system.formHash],
    [GUIDE.period, period && `${period.from} 至 ${period.to}`],
    [GUIDE.issuer, system.issuer],
    [GUIDE.source, system.source],
    [GUIDE.notice, system.notice],
  ];
  return lines.filter((line): line is Line => Boolean(line[1]));
}
