import { strFromU8, unzlibSync } from "fflate";
import type { PageData, UnitDetail } from "../../page.js";

function parse<T>(id: string): T {
  const element = document.getElementById(id);
  if (!element?.textContent) throw new Error(`nothing under ${id}`);
  return JSON.parse(element.textContent) as T;
}

export const page = parse<PageData>("page");
export const { labels } = page;

const opened = new Map<number, UnitDetail>();

/** Everything about the unit at a place of `page.units`; unpacked when it is first asked for. */
export function detailOf(index: number): UnitDetail {
  const known = opened.get(index);
  if (known) return known;
  const binary = atob(parse<string>(`unit-${index}`));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const detail = JSON.parse(strFromU8(unzlibSync(bytes))) as UnitDetail;
  opened.set(index, detail);
  return detail;
}

/** "0.953125" as "95.3%". */
export const percent = (share: string | number): string => `${(Number(share) * 100).toFixed(1)}%`;
