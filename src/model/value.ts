import type { Rational } from "./rational.js";
import { compare } from "./rational.js";

/**
 * One typed value. A date is its day as `YYYY-MM-DD`, so that order and equality are those of the text;
 * a choice is the option's text.
 */
export type Value =
  | { readonly type: "number"; readonly number: Rational }
  | { readonly type: "boolean"; readonly boolean: boolean }
  | { readonly type: "date"; readonly date: string }
  | { readonly type: "text"; readonly text: string };

export type ValueType = Value["type"];

export const number = (value: Rational): Value => ({ type: "number", number: value });
export const boolean = (value: boolean): Value => ({ type: "boolean", boolean: value });
export const date = (value: string): Value => ({ type: "date", date: value });
export const text = (value: string): Value => ({ type: "text", text: value });

/** −1, 0 or 1 within one type; undefined where there is no order between the two. */
export function order(a: Value, b: Value): -1 | 0 | 1 | undefined {
  if (a.type === "number" && b.type === "number") return compare(a.number, b.number);
  if (a.type === "date" && b.type === "date") return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
  return undefined;
}

export function same(a: Value, b: Value): boolean {
  if (a.type === "boolean" && b.type === "boolean") return a.boolean === b.boolean;
  if (a.type === "text" && b.type === "text") return a.text === b.text;
  return order(a, b) === 0;
}
