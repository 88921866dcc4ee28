import type { Messages } from "../messages.js";

/** 类型与形式的说法；不在表内的照原样写出。 */
const WORDS: Readonly<Record<string, string>> = {
  string: "文本（加引号）",
  text: "文本",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  date: "日期（如 2024-03-01）",
  choice: "选项（type 为 choice 的填报项）",
  records: "明细记录表（type 为 records 的填报项，只能由 count 的 of 或 sumOf 引用）",
  list: "列表 […]",
  array: "列表 […]",
  tuple: "列表 […]",
  object: "对象 {…}",
  record: "对象 {…}",
  fact: "另一项数据",
  id: "编号（不含空格、“/”和“#”）",
  "one-form": "只用一种写法（现在同时写了几种）",
  "fact-name": "数据名（以字母、汉字或下划线开头，只含字母、汉字、数字和下划线）",
};
const inWords = (form = ""): string =>
  form
    .split(" | ")
    .map((one) => WORDS[one] ?? one.replace(/^length /, "长度 "))
    .join(" 或 ");

const KINDS: Readonly<Record<string, string>> = {
  scored: "计分项（scored）",
  bonus: "加分项（bonus）",
  deduction: "扣分项（deduction）",
  info: "不计分项（info）",
};
const kind = (name = ""): string => KINDS[name] ?? name;

const FIGURES: Readonly<Record<string, string>> = { points: "分值 points", max: "最高分值 max" };
/** 计分项写 points，加分项、扣分项写 max。 */
const otherFigure = (p: Readonly<Record<string, string>>): string => {
  if (p.key === "points" && p.kind !== "info") return "，请改写为 max";
  return p.key === "max" && p.kind === "scored" ? "，请改写为 points" : "";
};

/** 取自评分结果的填报项。 */
const FROM_RESULTS: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  "not-by-results": () => "写了 from 而 by 不是 results，请改 by 或删去 from",
  "no-from": () => "由 results 提供，请写明 from（取自哪个体系的什么数）",
  of: (p) => `from.take 为 ${p.take} 时，from.of 应为 ${p.of}`,
  type: (p) => `from.take 为 ${p.take} 时，type 应为 ${inWords(p.expected)}，现为 ${inWords(p.type)}`,
  "no-grades": () => "from.take 为 share 时，请写明计入比例的等次 grades",
  "grades-unused": (p) => `from.take 为 ${p.take} 时，不写 grades`,
};

/** 指标体系文件的问题；文件与路径另在句前。 */
export const lint: Messages["lint"] = {
  "not-json": (p) =>
    p.problem === "encoding"
      ? "不是 UTF-8 编码，请另存为 UTF-8"
      : `第 ${p.line} 行第 ${p.column} 列或紧靠其前的地方不是合法的 JSON，请检查逗号、引号和括号（须为半角，引号和括号须成对，末尾不留逗号，不写注释）`,
  "too-large": (p) => `文件有 ${p.bytes} 字节，超过上限 ${p.limit} 字节，请把指标分成几个文件`,
  "too-deep": (p) => `括号嵌套超过 ${p.limit} 层，无法读取`,
  "duplicate-key": (p) => `键“${p.key}”写了两次（第 ${p.line} 行），请只保留一个`,
  "number-too-long": (p) => `数字 ${p.found} 超过 ${p.limit} 位有效数字，无法精确保存，请缩短`,
  "part-missing": (p) => `找不到文件 ${p.name}，请检查文件名（须在指标体系文件夹之内）`,
  "unknown-key": (p) => `未知的键“${p.key}”，请检查拼写`,
  "wrong-shape": (p) => `内容不符：实际为${p.found ? ` ${p.found}` : "空缺"}，应为 ${inWords(p.expected)}`,
  "duplicate-id": (p) =>
    p.first ? `“${p.id}”已用于 ${p.first}，不能重复，请改名` : `“${p.id}”是保留名，请改用其他名称`,
  "duplicate-fact": (p) =>
    p.first
      ? `数据名“${p.fact}”已用于 ${p.first}，数据名在全体系内须唯一，请改名`
      : `“${p.fact}”是保留名，请改用其他数据名`,
  "unknown-parent": (p) =>
    p.parent ? `“${p.id}”的上级“${p.parent}”不存在` : `“${p.id}”没有写上级（parent）`,
  "parent-cycle": (p) => `“${p.id}”的上级关系成环（逐级向上又回到原处），请改正 parent`,
  "wrong-level": (p) => `“${p.id}”位于第 ${p.level} 层，而体系共 ${p.levels} 层，末层只能是评分项`,
  "node-points": (p) => `“${p.id}”写明 ${p.declared} 分，下级合计 ${p.sum} 分`,
  "total-points": (p) => `总分写明 ${p.declared} 分，一级指标合计 ${p.sum} 分`,
  "points-missing": (p) => `“${p.id}”没有写${FIGURES[p.key ?? ""] ?? p.key}`,
  "empty-node": (p) => `“${p.id}”之下没有计分项，分值为 0，请补写评分项或删去`,
  "scale-below-rescale": (p) =>
    `不适用项按 ${p.policy} 换算时，换算层以下的“${p.id}”不能再写 scaleTo，请删去，或改用 rescale-parent`,
  "exclude-without-rescale": (p) =>
    `missing 为 exclude 时，notApplicable 须为 rescale-parent、rescale-level1 或 rescale-total，现为 ${p.notApplicable}`,
  "unknown-fact": (p) => {
    if (p.scope === "unit")
      return `“${p.fact}”不是单位属性，此处只能用单位属性（unit.…，在 unitFacts 中定义）`;
    if (p.scope === "columns")
      return `“${p.fact}”不是明细记录表“${p.of}”的列，此处只能用该表的列（${p.columns}）`;
    if (p.scope === "reported")
      return `“${p.fact}”没有单位填报值：reported. 之后只能写由被评单位填报的填报项（或比率的 .numerator、.denominator），明细记录表除外`;
    if (p.scope === "cohort")
      return `“${p.fact}”不能按名引用，请在 derive 的运算对象处写 { "cohort": …, "of": … }`;
    return `数据“${p.fact}”没有定义，请检查拼写`;
  },
  "type-mismatch": (p) => `“${p.fact}”类型不符：实际为 ${inWords(p.type)}，应为 ${inWords(p.expected)}`,
  "unknown-option": (p) => `“${p.found}”不是“${p.fact}”的选项（${p.options}）`,
  "derive-cycle": (p) => `派生数据“${p.fact}”循环引用自身，请改正 derive`,
  "bounds-order": (p) => `下限 ${p.min} 大于上限 ${p.max}`,
  "scale-range": (p) => `scale 的 from 两端相同（${p.found}），无法换算`,
  "records-sheet": (p) => {
    const rename = "请改写该填报项的 label";
    if (!p.sheet) return `明细记录表的工作表以 label 命名，去掉不能用的字符后名称为空，${rename}`;
    return p.first
      ? `明细记录表的工作表名“${p.sheet}”已用于 ${p.first}（取 label 的前 31 个字，不分大小写），${rename}`
      : `明细记录表的工作表名“${p.sheet}”与工作簿固有的工作表重名，${rename}`;
  },
  "from-results": (p) => `“${p.fact}”${FROM_RESULTS[p.why ?? ""]?.(p) ?? ""}`,
  "documents-by-others": (p) =>
    `“${p.fact}”不由被评单位填报（by: "${p.by}"），不能要求 ${p.documents} 份佐证材料，请删去 documents`,
  "cohort-nested": (p) =>
    p.fact === p.through
      ? `组内比较（cohort）的对象“${p.fact}”自身要用组内比较的结果，请改用不含组内比较的数据`
      : `组内比较（cohort）的对象“${p.fact}”经“${p.through}”要用组内比较的结果，请改用不含组内比较的数据`,
  "unknown-operator": (p) => `未知的比较“${p.operator}”，可用：${p.known}`,
  "empty-group": (p) => `“${p.key}”为空，至少要有一个${p.key === "in" || p.key === "notIn" ? "值" : "条件"}`,
  "derive-depth": (p) => `派生数据“${p.fact}”由一层层派生数据算出，超过 ${p.limit} 层`,
  "condition-depth": (p) => `条件嵌套超过 ${p.limit} 层`,
  "too-many-clauses": (p) => `细则共 ${p.count} 条，超过上限 ${p.limit} 条`,
  "clause-effect": (p) =>
    `细则“${p.id}”须且只能写 award、deduct、set、veto 之一${p.found ? `，现有 ${p.found}` : ""}`,
  "clause-kind": (p) =>
    p.kind === "missing"
      ? `missing: "skip" 只能写在扣分细则（${p.allowed}）上`
      : `${kind(p.kind)}的细则只能写 ${p.allowed}`,
  "item-kind": (p) => `${kind(p.kind)}不能写 ${p.key}${otherFigure(p)}`,
  "tiers-order": (p) =>
    `分档界限 ${p.found} 与上一档 ${p.before} 次序不对（atLeast 由高到低，atMost 由低到高）`,
  "tiers-above-points": (p) => `分档得分 ${p.found} 超过本项分值 ${p.points}`,
  "choice-points": (p) =>
    `“${p.fact}”每个选项都要有分值${p.missing ? `；缺 ${p.missing}` : ""}${p.unknown ? `；多出 ${p.unknown}` : ""}`,
  "amount-figure": (p) =>
    p.why === "nothing-to-scale"
      ? `下级没有分值，无法换算为 ${p.found} 分，请补写下级指标或删去 scaleTo`
      : `数值 ${p.found} 不合理，应 ${p.expected}`,
  "judge-step": (p) => `从 ${p.min} 分起按 ${p.step} 分一档，给不到最高 ${p.max} 分，请改正 step、min 或 max`,
  "award-short": (p) => `“${p.id}”从 0 分起算，各细则最多得 ${p.reach} 分，达不到 ${p.points} 分`,
  "no-deduction": (p) => `“${p.id}”从满分起算，却没有任何扣分细则`,
  "bonus-without-cap": () => "有加分项而没有写加分上限 bonus.cap",
  "one-of-mixed": (p) => `oneOf“${p.group}”内既有 ${p.first} 又有 ${p.found}，须为同一种`,
  "unknown-veto": (p) => `否决“${p.veto}”没有定义`,
  "unknown-place": (p) => `编号为“${p.id}”的指标不存在`,
  "unknown-grade": (p) => `等次“${p.grade}”没有定义`,
  "grade-order": (p) => `等次须由高到低：“${p.grade}”的最低分 ${p.min} 高于上一等次“${p.above}”`,
  "grade-unreachable": (p) =>
    `等次“${p.grade}”与“${p.above}”的最低分同为 ${p.min}，而后者没有其他要求，“${p.grade}”评不出来`,
  "veto-without-cause": (p) => `否决“${p.id}”既无条件也无细则引用，永不生效`,
  "overlay-system": (p) => `分值文件是为 ${p.found} 制作的，现用体系为 ${p.expected}`,
  "overlay-zero": (p) => `“${p.id}”原为 0 分，细则无法按比例换算，请在指标体系中改`,
  "unused-field": (p) => `填报项“${p.fact}”没有任何细则使用`,
  "never-applies": (p) => `“${p.item}”的细则“${p.id}”按数据范围永不生效`,
  "points-too-fine": (p) =>
    `“${p.id}”的分值 ${p.points} 比保留的 ${p.digits} 位小数更细，四舍五入后可能超过满分`,
  "no-remedy": (p) => `“${p.id}”没有写改进建议（remedy）`,
  "no-responsible": (p) => `“${p.id}”没有写责任单位（responsible）`,
  "empty-by-default": (p) => `“${p.id}”可能没有相应案件或不适用，未写 onEmpty，按得满分处理，请写明`,
  "criterion-clause": (p) => `“${p.id}”评分标准写的“${p.text}”，每次的分数与上限不在同一条细则里，请核对`,
  "criterion-number": (p) => `“${p.id}”评分标准中的 ${p.figures} 在细则中没有出现，请核对`,
  "form-system": (p) => `对照表是为指标体系 ${p.found} 制作的，现用 ${p.expected}`,
  "form-empty": () => "对照表没有 sheets，也没有 matrix：请写明从哪张表读取",
  "form-both": () => "sheets（一个工作簿一个单位）和 matrix（一表多个单位）只能写一种",
  "form-unit": () => "缺少 unit：请写明单位名称从哪里读取（unit.name）",
  "form-unit-twice": () => "matrix 各行（列）自有单位名称，不再写 unit",
  "form-rows-unknown": () => "columns 中没有 number 也没有 title，无法判断各行是哪个指标",
  "form-no-value": () => "columns 中没有 value、numerator、denominator 或 rate，读不到任何数据",
  "form-half-rate": () => "分子、分母两列须一起写明（numerator 和 denominator）",
  "form-row": () => "本行没有 number 也没有 title，无法在表中找到",
  "form-by": (p) =>
    `填报项 ${p.fact} 不由填本表的一方提供（by 为 unit 时只能是单位自填项，为 others 时只能是他方提供项）`,
  "form-fact-item": (p) => `填报项 ${p.fact} 属于指标 ${p.item}，不属于本行的指标`,
  "form-fact-twice": (p) => `填报项 ${p.fact} 在对照表中出现了两次，只能读自一处`,
  "form-records": (p) => `填报项 ${p.fact} 是逐条填报的清单，不能由对照表读取`,
  "form-not-asked": (p) => `本表没有填报以下指标的任何数据，评分时按未填报处理：${p.items}`,
};
