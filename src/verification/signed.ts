import { byText } from "../model/text-order.js";
import type { Signed, Verification } from "../model/verification.js";

/** What one copy says of an entry. */
export interface Said {
  readonly file: string;
  readonly signed: Signed;
}

/**
 * One signature for what several said, in the order given: the reasons with their names
 * (“张三：…；李四：…”), names, dates and cells. Of one alone it is his own.
 */
export function signedTogether(said: readonly Said[]): Signed {
  const [first, ...others] = said.map(({ signed }) => signed);
  if (first && others.length === 0) {
    const { reason, by, date, sources } = first;
    return { reason, by, date, sources };
  }
  const reasons = said
    .filter(({ signed }) => signed.reason !== "")
    .map(({ file, signed: { by, reason } }) => `${by || file}：${reason}`);
  return {
    reason: distinct(reasons).join("；"),
    by: listed(said.map(({ signed }) => signed.by)),
    date: listed(said.map(({ signed }) => signed.date)),
    sources: said.flatMap(({ signed }) => signed.sources),
  };
}

/** 核查人 of a copy, as far as one is named in it, in any of its rows; "" where none is. */
export function assessorNamed({ fields, scores, judgements, rows }: Verification): string {
  const said = [fields, scores, judgements, ...rows.values()].flatMap((map) => [...map.values()]);
  return listed(said.map(({ by }) => by).sort(byText));
}

/** The copy's name: there is one for each assessor. */
export const fileOf = ({ files }: Verification): string => files.join("、");

/** By whom a copy was filled in: 核查人, or the file's name where none is given. */
export const assessorOf = (copy: Verification): string => assessorNamed(copy) || fileOf(copy);

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

const listed = (texts: readonly string[]): string => distinct(texts.filter((text) => text !== "")).join("、");
