import { z } from "zod";
import { MappingDocument } from "../model/mapping-document.js";
import { OverlayDocument } from "../model/overlay-document.js";
import { ItemsPartDocument, SystemDocument } from "../model/system-document.js";

/** The JSON Schemas for editors, by file name, made from the very schemas that read a system. */
export function systemSchemas(): Record<string, object> {
  return {
    "faping-system-1.schema.json": schemaOf(SystemDocument, "Faping indicator system, faping-system/1"),
    "faping-items-1.schema.json": schemaOf(
      ItemsPartDocument,
      "Items of a Faping indicator system, one file of several",
    ),
    "faping-points-1.schema.json": schemaOf(OverlayDocument, "Points overlay, faping-points/1"),
    "faping-form-1.schema.json": schemaOf(MappingDocument, "How a foreign form is read, faping-form/1"),
  };
}

function schemaOf(schema: z.ZodType, title: string): object {
  return { title, ...z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" }) };
}
