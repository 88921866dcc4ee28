import type { Amount } from "./indicator-system.js";
import {
  ceil,
  clamp,
  compare,
  divide,
  floor,
  HUNDRED,
  max,
  min,
  multiply,
  type Rational,
  ZERO,
} from "./rational.js";
import type { Value } from "./value.js";

const PARTIAL = { exact: (steps: Rational) => steps, down: floor, up: ceil };

/** The points that an amount comes to; undefined while the fact it depends on has no value, and for a judged one. */
export function amountOf(amount: Amount, value: (fact: string) => Value | undefined): Rational | undefined {
  const figure = (fact: string): Rational | undefined => {
    const found = value(fact);
    return found?.type === "number" ? found.number : undefined;
  };
  switch (amount.form) {
    case "fixed":
      return amount.points;
    case "judge":
      return undefined;
    case "each": {
      const per = figure(amount.per);
      if (!per) return undefined;
      const steps = PARTIAL[amount.partial](divide(max(per, ZERO), amount.step));
      const points = multiply(amount.each, steps);
      return amount.cap ? min(points, amount.cap) : points;
    }
    case "share": {
      const share = figure(amount.share);
      return share && divide(multiply(amount.of, clamp(share, ZERO, HUNDRED)), HUNDRED);
    }
    case "tiers": {
      const of = figure(amount.of);
      if (!of) return undefined;
      const reached = amount.tiers.find(([bound]) =>
        amount.direction === "atLeast" ? compare(of, bound) >= 0 : compare(of, bound) <= 0,
      );
      return reached ? reached[1] : ZERO;
    }
    case "choice": {
      const chosen = value(amount.choice);
      return chosen?.type === "text" ? amount.points.get(chosen.text) : undefined;
    }
  }
}
