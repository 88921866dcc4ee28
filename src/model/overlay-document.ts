import { z } from "zod";
import { fromNumber } from "./rational.js";

/** The file format `faping-points/1`: points that replace those of a system, and nothing else of it. */
export const OverlayDocument = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("faping-points/1"),
  system: z.strictObject({ id: z.string().min(1), version: z.string().min(1) }),
  /** By item id: `points` of a scored item, `max` of a bonus or deduction item. */
  points: z.record(z.string(), z.number().transform(fromNumber)),
});
export type OverlayDocument = z.output<typeof OverlayDocument>;
