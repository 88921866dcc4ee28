import type { Paragraph, Table } from "docx";
import { messagesIn } from "../../messages/languages.js";
import { HUNDRED, multiply, parseDecimal, subtract, toFixed, ZERO } from "../../model/rational.js";
import type { GapJson, Results } from "../../model/results.js";
import { gapTeller } from "../gap-message.js";
import { opinionsOn, subjectOf } from "../gap-table.js";
import { GapWords } from "../gap-words.js";
import { labelsIn } from "../languages.js";
import { levelOne, levelOneScores } from "../outline.js";
import { settle } from "../settle.js";
import { type Standing, standings } from "../standings.js";
import { FONT_TABLE, Layout, PAGE } from "./layout.js";

/** How many of the gaps are told in full. */
const TOLD = 10;
/** A document tells when it was made; the same results give the same document. */
const NO_DATE = "2000-01-01T00:00:00Z";
const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const NOBODY = "未列明责任单位";

/**
 * 评估反馈意见书: what a unit is told in the form of an official document: the overall result, the level-1 indicators,
 * the gaps that cost most, and what is to be put right, by responsible unit. Always Chinese. Every figure in it is one
 * of the results, or the difference of two.
 *
 * @param unitCode code of an assessed unit; a RangeError is thrown for any other
 * @returns the bytes of a .docx file
 */
export async function writeFeedback(results: Results, unitCode: string): Promise<Uint8Array> {
  const standing = standings(results).find(({ assessment }) => assessment.unit.code === unitCode);
  if (!standing) throw new RangeError(`no assessed unit with the code ${unitCode}`);
  const docx = await import("docx");
  const layout = new Layout(docx);
  const { system, engine } = results;
  const title = `${standing.assessment.unit.name}评估反馈意见书`;
  const document = new docx.Document({
    title,
    creator: `${engine.name} ${engine.version}`,
    lastModifiedBy: `${engine.name} ${engine.version}`,
    subject: system.title,
    description: system.notice,
    keywords: `${system.id} ${system.version} ${system.sha256}`,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: layout.footer() },
        children: [...new Feedback(results, standing, layout).parts()],
      },
    ],
  });
  const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(document));
  return settle(bytes, (name, xml) => {
    if (name === "docProps/core.xml")
      return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${NO_DATE}`);
    return name === "word/fontTable.xml" ? FONT_TABLE : xml;
  });
}

class Feedback {
  private readonly labels = labelsIn("zh-CN");
  private readonly words: GapWords;
  /** Results may have been made in another language. */
  private readonly tell: (gap: GapJson) => string;

  constructor(
    private readonly results: Results,
    private readonly standing: Standing,
    private readonly layout: Layout,
  ) {
    this.words = new GapWords(results.system.facts, this.labels);
    this.tell = gapTeller(results.system, "zh-CN", messagesIn("zh-CN"));
  }

  *parts(): Iterable<Paragraph | Table> {
    const { layout, results, standing } = this;
    const { system } = results;
    yield layout.title("评估反馈意见书");
    yield layout.subtitle(system.title);
    yield layout.subtitle(`（${system.notice}）`);
    yield layout.blank();
    yield layout.addressee(`${standing.assessment.unit.name}：`);
    yield layout.text([
      `依据《${system.title}》（版本${system.version}），对你单位申报材料进行了评估。现将结果反馈如下。`,
      "text",
    ]);
    yield layout.heading("一、总体结果");
    for (const sentence of this.#overall()) yield layout.text([sentence, "text"]);
    yield layout.heading("二、各一级指标得分");
    yield this.#levelOne();
    yield layout.heading("三、主要差距");
    yield* this.#gaps();
    yield layout.heading("四、整改清单");
    yield* this.#rectification();
    yield layout.blank();
    yield layout.signature("评估机构（盖章）");
    yield layout.signature("　　年　　月　　日");
    yield layout.note(this.#origin());
  }

  #overall(): string[] {
    const { assessment, group, place, reason } = this.standing;
    const { total, grade, coverage, bonus, deduction, vetoes } = assessment;
    const { ranking } = this.results.system;
    const whole = `你单位总得分${total.points}分，满分${total.max}分，得分率${percent(total.rate)}；其中加分${bonus}分，减分${deduction}分。`;
    const ranked = place
      ? `在${group === "" ? "" : `${group}组`}${place.of}个单位中列第${place.rank}位${place.tied ? "（并列）" : ""}，${grade === null ? "未达到任何等次" : `等次为${grade}`}。`
      : reason === "coverage"
        ? `填报覆盖率低于${percent(ranking.minCoverage ?? "0")}，资料不足，不参与排名。`
        : "已触发一票否决，不参与排名。";
    const open =
      total.proven === total.claimed
        ? "得分均有佐证，没有待核实的部分。"
        : `其中有佐证并已核实的为${total.proven}分；待核实、缺佐证的部分如全部认可，为${total.claimed}分。`;
    const titles = new Map(this.results.system.vetoes.map(({ id, title }) => [id, title]));
    const told = vetoes.map(({ id, status, lost }) =>
      status === "applied"
        ? `已触发否决事项：${titles.get(id) ?? id}${isNothing(lost) ? "" : `，因此失${lost}分`}。`
        : `否决事项待核实：${titles.get(id) ?? id}。`,
    );
    return [whole + ranked, `填报覆盖率${percent(coverage)}。${open}`, ...told];
  }

  #levelOne(): Table {
    const { system } = this.results;
    const scores = levelOneScores(system, this.standing.assessment);
    const rows = levelOne(system).map(({ title }, index) => {
      const score = scores[index];
      if (!score) return [title, "—", "不适用", "—", "—"];
      const { points, max, rate } = score;
      return [title, max, points, rate === null ? "—" : percent(rate), less(max, points)];
    });
    return this.layout.table([8, 3, 3, 3, 3], ["一级指标", "分值", "得分", "得分率", "失分"], rows, [
      false,
      true,
      true,
      true,
      true,
    ]);
  }

  *#gaps(): Iterable<Paragraph> {
    const lost = this.#lost();
    const told = lost.slice(0, TOLD);
    const rest = lost.length > told.length ? "，其余见整改清单" : "";
    const open = this.standing.assessment.gaps.length - lost.length;
    const pending = open > 0 ? `另有${open}处待评估方核定，暂不计失分。` : "";
    const first = `共有${lost.length}处失分，按对总分的影响，前${told.length}处如下${rest}。`;
    yield this.layout.text([(lost.length === 0 ? "没有失分项。" : first) + pending, "text"]);
    for (const [index, gap] of told.entries()) {
      const { id, title } = subjectOf(gap, this.results.system);
      yield this.layout.text(
        [`（${NUMERALS[index] ?? index + 1}）${id} ${title}。`, "subheading"],
        [`影响总分${this.#printed(gap.lostTotal)}分。${this.#about(gap)}`, "text"],
      );
    }
  }

  #about(gap: GapJson): string {
    const { none } = this.labels.words;
    const steps = oneLine(this.words.steps(gap));
    const said = opinionsOn(gap, this.standing.assessment);
    return [
      this.tell(gap),
      ...said.map((reason) => `核查意见：${reason}`),
      ...(steps === none ? [] : [`可达台阶：${steps}`]),
      ...(gap.remedy === undefined ? [] : [`整改措施：${gap.remedy}`]),
    ]
      .map(sentence)
      .join("");
  }

  /** What is pending waits for others: it is not lost, and the unit has nothing to put right there. */
  #lost(): GapJson[] {
    return this.standing.assessment.gaps.filter(({ kind }) => kind !== "pending");
  }

  #printed(points: string): string {
    return toFixed(parseDecimal(points) ?? ZERO, this.results.system.digits);
  }

  *#rectification(): Iterable<Paragraph | Table> {
    const gaps = this.#lost();
    if (gaps.length === 0) {
      yield this.layout.text(["没有需要整改的事项。", "text"]);
      return;
    }
    const units = new Map<string, GapJson[]>();
    for (const gap of gaps) {
      const unit = gap.responsible[0] ?? NOBODY;
      units.set(unit, [...(units.get(unit) ?? []), gap]);
    }
    const joint = gaps.some(({ responsible }) => responsible.length > 1)
      ? "由几个单位共同负责的，列在第一个责任单位之下，并注明其他单位。"
      : "";
    yield this.layout.text([`需要整改的共${gaps.length}项，涉及${units.size}个责任单位。${joint}`, "text"]);
    const rows = [...units].flatMap(([unit, own]) => [
      [`${unit}（${own.length}项）`],
      ...own.map((gap) => {
        const { id, title } = subjectOf(gap, this.results.system);
        const others = gap.responsible.slice(1).join("、");
        const measure = gap.remedy ?? this.tell(gap);
        return [
          `${id} ${title}`,
          this.#printed(gap.lostTotal),
          measure + (others === "" ? "" : `（共同负责：${others}）`),
        ];
      }),
    ]);
    yield this.layout.table([6, 2.8, 12], ["指标", "影响总分", "整改措施"], rows, [false, true, false]);
  }

  #origin(): string {
    const { system, engine } = this.results;
    const overlay = system.overlay ? `，分值文件 ${system.overlay.sha256}` : "";
    return `附注：本意见书由${engine.name} ${engine.version}按指标体系 ${system.id} ${system.version}（SHA-256 ${system.sha256}${overlay}）生成，逐分依据见差距清单工作簿。`;
  }
}

/** Decimals of a percentage. */
const PERCENT_DIGITS = 1;

const percent = (share: string): string =>
  `${toFixed(multiply(parseDecimal(share) ?? ZERO, HUNDRED), PERCENT_DIGITS)}%`;

/** The difference of two printed figures, as exact as they are. */
function less(a: string, b: string): string {
  const digits = Math.max(...[a, b].map((text) => text.split(".")[1]?.length ?? 0));
  return toFixed(subtract(parseDecimal(a) ?? ZERO, parseDecimal(b) ?? ZERO), digits);
}

const isNothing = (points: string): boolean => Number(points) === 0;

/** Several lines as one. */
const oneLine = (text: string): string => text.split("\n").join("；");

const sentence = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);
