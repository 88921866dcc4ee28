import { floor, type Rational } from "../model/rational.js";
import type { Cell } from "./cells.js";
import { type Refused, refuse } from "./refused.js";
import { tidy } from "./text.js";

const WRITTEN =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+Z?)?$/;
const DAY_IN_MS = 86_400_000;
/** Serial 60 is 1900-02-29, a day that never was; those before it are off by one from those after it. */
const LEAP_BUG = 60n;
const LAST_SERIAL = 2_958_465n; // 9999-12-31
/** 1904-01-01 is serial 1462 of the 1900 dates. */
const DAYS_TO_1904 = 1462n;

/** The day that a cell holds, as `YYYY-MM-DD`. */
export function readDate(cell: Cell, date1904: boolean): string | Refused {
  const day =
    cell.kind === "number"
      ? cell.shownAs === "date"
        ? ofSerial(cell.number, date1904)
        : undefined
      : cell.kind === "isoDate"
        ? ofParts(ISO.exec(cell.iso))
        : cell.kind === "text"
          ? ofParts(WRITTEN.exec(compact(cell.text)))
          : undefined;
  return day ?? refuse("E21", cell, { reason: looksLikeDay(cell) ? "no-such-day" : "no-day" });
}

/** Written as a day should be, and yet there is none: 2024年2月30日. */
function looksLikeDay(cell: Cell): boolean {
  return cell.kind === "text" && WRITTEN.test(compact(cell.text));
}

const compact = (text: string): string => tidy(text).replace(/\s+/g, "");

/** The time of day is dropped: the field asks for a day. */
function ofSerial(serial: Rational, date1904: boolean): string | undefined {
  const days = floor(serial).n;
  const [first, last] = date1904 ? [0n, LAST_SERIAL - DAYS_TO_1904] : [1n, LAST_SERIAL];
  if (days < first || days > last || (!date1904 && days === LEAP_BUG)) return undefined;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < LEAP_BUG ? 31 : 30);
  return new Date(epoch + Number(days) * DAY_IN_MS).toISOString().slice(0, 10);
}

function ofParts(match: RegExpExecArray | null): string | undefined {
  const [year, month, day] = (match ?? []).slice(1).filter((part) => part !== undefined);
  if (!year || !month || !day) return undefined;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  // 2月30日 would roll over into March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
