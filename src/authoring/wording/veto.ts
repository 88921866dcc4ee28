import { ZERO } from "../../model/rational.js";
import type { ReadSentence } from "./draft.js";
import { printed } from "./sentence.js";
import { readStatement } from "./statement.js";

const PATTERN =
  /^(.+?)的?,?(?:实行|予以)?(?:一票否决|取消(?:其|当年)?(?:评选|参评|创建|评定|申报|评优)资格)$/;

/** 发生……的，一票否决。 */
export const readVeto: ReadSentence = (sentence) => {
  const [, text = ""] = PATTERN.exec(sentence) ?? [];
  const statement = readStatement(text);
  if (!statement) return undefined;
  return {
    family: "veto",
    effect: "veto",
    whole: ZERO,
    fields: [{ type: "boolean", label: statement.label }],
    rules: ([fact = ""]) => ({
      clauses: [],
      veto: {
        title: printed(text),
        when: { all: [{ fact, operator: "equal", value: statement.holds }] },
      },
    }),
  };
};
