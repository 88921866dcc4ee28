import type { Messages } from "../messages.js";

const FORMATS: Readonly<Record<string, string>> = {
  xls: "旧版 Excel 工作簿（.xls）",
  et: "WPS 表格（.et）",
  doc: "Word 文档（.doc）",
  ppt: "PowerPoint 文稿（.ppt）",
  ole: "旧版 Office 文件",
  xlsb: "二进制工作簿（.xlsb）",
  docx: "Word 文档（.docx）",
  pptx: "PowerPoint 文稿（.pptx）",
  ods: "OpenDocument 表格（.ods）",
  odt: "OpenDocument 文档（.odt）",
  ofd: "OFD 文件",
  zip: "压缩包",
  pdf: "PDF 文件",
  html: "网页（HTML）",
  xml: "XML 文件",
  csv: "CSV 文本",
  text: "纯文本",
  rar: "RAR 压缩包",
  "7z": "7z 压缩包",
  gzip: "gzip 压缩包",
  image: "图片",
};

const AS_XLSX = "请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（*.xlsx）”后重新报送";

/** 没有转换成的原因。 */
const CONVERSIONS: Readonly<Record<string, string>> = {
  noProgram: "本机没有找到 LibreOffice，未能转换。",
  failed: "LibreOffice 打不开这个文件，未能转换。",
  time: "转换超过限定的时间，已停止。",
  memory: "转换所需内存超过限额，已停止。",
};

const AS_CSV = "用 Excel 打开原表，另存为“CSV UTF-8（逗号分隔）（*.csv）”后重新报送";

const DELIMITERS: Readonly<Record<string, string>> = { ",": "逗号", ";": "分号", "\t": "制表符" };

/** 文件残损的说明：CSV 各有说法，其余同一句。 */
const DAMAGE: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  "csv-quote": () =>
    `CSV 的引号没有成对，或引号以外还有文字。含逗号、引号或换行的内容须整个用引号括起，其中的引号写成两个；也可${AS_CSV}`,
  "csv-delimiter": ({ found = "" }) =>
    `CSV 的这一行有不止一种分隔符（${[...found].map((sign) => DELIMITERS[sign] ?? sign).join("、")}），无法判断以哪种为准，请只用一种，内容里的用引号括起或改为全角`,
};

const TOO_MANY: Readonly<Record<string, string>> = {
  cells: "填写的单元格",
  rows: "行",
  columns: "列",
  fields: "单元格（含空白的）",
  merges: "合并单元格",
  elements: "元素（行、单元格等）",
  sheets: "工作表",
  strings: "字符串",
  styles: "单元格样式",
};

const megabytes = (bytes = "0"): string => `${Math.ceil(Number(bytes) / 1024 ** 2)} MB`;

/** 展开后超出哪一种限度。 */
const INFLATED: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  part: (p) => `文件中的一个部件（${p.part}）展开后超过 ${megabytes(p.limit)}`,
  total: (p) => `文件展开后超过 ${megabytes(p.limit)}`,
  ratio: (p) => `文件中的一个部件（${p.part}）展开后超过原来的 ${p.limit} 倍，不是正常的工作簿`,
  text: (p) => `文件中有一段文字超过 ${p.limit} 个字符，单元格放不下这么多`,
};

const NUMBER_REASONS: Readonly<Record<string, string>> = {
  none: "若没有请填0；若本项不适用，请清空填报值，在“不适用”列填“是”并在备注说明原因",
  "none-here": "若没有请填0；确有数值的请填写准确数值",
  approximate: "不能填约数，请填写准确数值",
  range: "不能填区间，请填写一个准确数值",
  fraction: "应为整数，请核对后填写",
  date: "单元格被识别为日期，请把单元格格式改为“常规”后重新填写数值",
  percent: "单元格是百分比格式而本项不是百分比，请把单元格格式改为“常规”后填写数值",
  text: "请只填写数字（计量单位可写可不写，须与填报要求一致）",
};

const DECLARED: Readonly<Record<string, string>> = {
  "no-reason": "填了“不适用”但未说明原因，请在备注中写明",
  "not-allowed": "不允许填“不适用”，请填写填报值（数字项没有发生的填0）",
  unclear: "的“不适用”列只填“是”或留空，原因写在备注",
};

const bounds = ({ min, max }: Readonly<Record<string, string>>): string => {
  if (min && max) return `在 ${min} 至 ${max} 之间`;
  return min ? `不小于 ${min}` : `不大于 ${max}`;
};

const VERIFICATION: Readonly<Record<string, string>> = {
  "no-reason": "有核查改动而没有核查意见",
  contradiction: "核查结论为“认可”而核查值与填报值不同",
  "not-applicable": "对本单位不适用，核查分不起作用",
  "nothing-to-accept": "没有填报值，无从认可",
  "nothing-certain": "填报值无法确认，须填核查值，而只填了“认可”",
  "nothing-to-reject": "没有填报值，不能填“不认可”",
  "same-value": "核查结论为“不认可”而核查值与填报值相同",
  "written-over": "的填报值在核查表中被改动（核查所得应填在“核查值”并写明核查意见，申报内容不改）",
  "only-reason": "有核查意见而没有核查结论、核查值或核查分",
  "no-field": "只能填核查分，而填了核查结论或核查值",
  "no-points": "填在不计分的指标上",
  records: "须在同名工作表中逐条核查，而填了核查值",
};

/** 找不到表头，按文件各有说法。 */
const TABLES: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  form: (p) =>
    `既不是下发的模板，也不符合给出的对照表（${p.forms}）：找不到其中的工作表或表头，请核对表头，或改用相应的对照表`,
  forms: (p) => `同时符合几个对照表（${p.forms}），无法判断用哪一个，请只给出一个`,
  facts: (p) => `找不到表头（需要列：${p.columns}），请按此表头制表后重新提供`,
  verification: (p) => `找不到核查列（${p.columns}），本文件不是核查表，请使用导出的核查表`,
  ledger: (p) => `找不到整改台账的表头（需要列：${p.columns}），请使用随结果下发的差距工作簿（gaps/）填报`,
};

/** 无法对应的行，按所在的表各有说法。 */
const UNRECOGNISED: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  form: (p) =>
    `本行无法对应到指标体系（编号“${p.item}”，内容“${p.field}”），所填“${p.found}”未采用${p.nearest ? `，是否为“${p.nearest}”？` : "，"}请核对编号和名称，或在对照表的 rows 中写明`,
  total: (p) => `“${p.found}”行不是一条记录，未采用，请删去本行`,
  verification: (p) =>
    `本行无法对应到指标体系（指标编号“${p.item}”，填报项“${p.field}”），核查内容未采用，请恢复核查表原行后填写`,
  "no-row-key": (p) =>
    `本行的“键”已被删去，无法对应到申报材料中的记录，核查结论“${p.found}”未采用，请恢复核查表原行后填写`,
  "record-gone": (p) =>
    `现在报送的“${p.label}”没有与本行对应的记录，核查结论未采用，请据现在报送的文件重新生成核查表`,
  "record-other": (p) =>
    `本行与现在报送的“${p.label}”中的记录不一致，核查结论未采用，请据现在报送的文件重新生成核查表`,
  "no-code": (p) => `本行未写行政区划代码，${quote(p.label)}的值“${p.found}”未采用，请补填代码`,
  "no-fact": (p) => `本行未写填报项，值“${p.found}”未采用，请补填`,
  "unknown-fact": (p) => `填报项${quote(p.label)}不是由他方提供的填报项，值“${p.found}”未采用，请核对填报项`,
  "own-fact": (p) => `填报项${quote(p.label)}由被评单位自行填报，值“${p.found}”未采用，请删去本行`,
  "ambiguous-fact": (p) =>
    `有几个填报项都叫${quote(p.label)}（${p.names}），值“${p.found}”未采用，请改写为其中一个名称`,
  ledger: (p) =>
    `本行的“键”${p.found ? `“${p.found}”` : ""}对应不到差距或填报项，所填内容未采用，请恢复台账原行后填写`,
  "ledger-gap": (p) => `结果中没有这一差距（“${p.found}”），所填内容未采用，请用据本次结果生成的台账`,
  "ledger-unit": (p) =>
    `结果中没有代码为“${p.found}”的单位，该单位的台账未采用，请核对台账与结果是否属于同一次评分`,
};

const RATES: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  above: (p) => `分子 ${p.numerator} 大于分母 ${p.denominator}，请核对两个数`,
  printed: (p) => `填写的比率 ${p.printed}% 与分子分母算出的 ${p.computed}% 不一致，请核对`,
  empty: () => "分母为0时没有比率，请清空比率，或核对分母",
  records: (p) => `填报为 ${p.printed} 条，而“${p.sheet}”表有 ${p.rows} 条记录，请核对`,
  "no-sheet": (p) =>
    `填报为 ${p.printed} 条，而找不到“${p.sheet}”表或其表头（需要列：${p.columns}），请恢复模板原表并逐行填写`,
};

/** 汉字与西文之间空一格。 */
const spaced = (text: string): string => (/^[A-Za-z0-9.]/.test(text) ? ` ${text}` : text);

/** 引号之内的引号用单引号。 */
const quote = (text = ""): string => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;

/** 没填时该怎么填，按填报项类型。 */
const FILL_IN: Readonly<Record<string, string>> = {
  number: "请补填；没有发生的填0",
  boolean: "请填“是”或“否”",
  choice: "请从选项中选填",
  date: "请按 2024-03-01 的样式填写",
  text: "请补填",
  records: "请在同名工作表中逐行填写；没有发生的填0",
};

/** 数据问题的说明;位置另在句前。 */
export const findings: Messages["findings"] = {
  E01: () => "文件是空的，请重新报送",
  E02: (p) =>
    p.expected === "csv"
      ? `不是 CSV 文本，而是${spaced(p.format === "zip" ? ".xlsx 工作簿或压缩包" : (FORMATS[p.format ?? ""] ?? "无法识别的文件"))}。请${AS_CSV}`
      : `不是 .xlsx 工作簿，而是${spaced(FORMATS[p.format ?? ""] ?? "无法识别的文件")}。${CONVERSIONS[p.conversion ?? ""] ?? ""}${AS_XLSX}`,
  E03: () => "文件设有打开密码或已加密，请取消密码后重新报送",
  E04: (p) =>
    DAMAGE[p.reason ?? ""]?.(p) ??
    `文件不完整或已损坏${p.part ? `（${p.part}）` : ""}，请用 Excel 或 WPS 打开、修复并另存为 .xlsx 后重新报送`,
  E05: (p) => `文件内容与校验值不符（${p.part}），可能在传输中损坏，请重新报送`,
  E06: (p) => {
    const size =
      p.what === "bytes"
        ? `${megabytes(p.found)}，上限 ${megabytes(p.limit)}`
        : `内部部件 ${p.found} 个，上限 ${p.limit} 个`;
    return `文件过大（${size}），请删去图片等无关内容，用 Excel 或 WPS 另存为 .xlsx 后重新报送`;
  },
  E07: (p) =>
    p.what === "record"
      ? `CSV 的这一行过长（上限 ${p.limit}），可能是引号没有成对，请核对后重新报送`
      : `${INFLATED[p.what ?? ""]?.(p) ?? "文件展开后超出允许的大小"}，已停止读取，请用 Excel 或 WPS 打开，删去多余内容，另存为新的 .xlsx 后重新报送`,
  E08: (p) => `文件内部部件名重复或不合规（${p.part}），请另存为 .xlsx 后重新报送`,
  E09: (p) => `文件内含不允许的文档类型定义（${p.part}），请另存为 .xlsx 后重新报送`,
  E10: (p) => {
    if (p.found === "UTF-8/GB18030") return `无法判断 CSV 的编码是 UTF-8 还是 GB18030。请${AS_CSV}`;
    if (p.expected === "csv") return `CSV 的编码不是 UTF-8、UTF-16 或 GB18030。请${AS_CSV}`;
    return `文件内部编码不是 UTF-8 或 UTF-16（${p.part}：${p.found}），请另存为 .xlsx 后重新报送`;
  },
  E11: (p) =>
    TABLES[p.what ?? ""]?.(p) ??
    `找不到“${p.name ?? "指标填报"}”表或其表头${p.columns ? `（需要列：${p.columns}）` : ""}，请使用下发的模板填报`,
  E12: () => "工作簿声明了此表但无法读取，请用 Excel 或 WPS 打开并另存为 .xlsx 后重新报送",
  E13: (p) =>
    `“${p.name ?? p.found}”出现了两次${p.name && p.found ? `（${p.found}）` : ""}，无法判断以哪个为准，请只保留一个`,
  E14: (p) =>
    `${TOO_MANY[p.what ?? ""] ?? "填写的单元格"}过多（上限 ${p.limit}），请删去模板以外的数据后重新报送`,
  E15: (p) => `单元格地址有误（${p.found}），文件可能由其他软件生成，请用 Excel 或 WPS 另存后重新报送`,
  E16: (p) => `单元格地址重复或倒序（${p.found}），文件可能由其他软件生成，请用 Excel 或 WPS 另存后重新报送`,
  E17: (p) => `${quote(p.label)}是错误值 ${p.found}，请改正公式，或直接填写`,
  E18: (p) => `${quote(p.label)}的公式没有保存计算结果，请用 Excel 或 WPS 打开、计算并保存，或直接填写`,
  E19: (p) => `${quote(p.label)}应为数字，实际为“${p.found}”，${NUMBER_REASONS[p.reason ?? "text"]}`,
  E20: (p) =>
    `${quote(p.label)}为 ${p.found}，无法判断是百分数还是小数：是 ${p.found}% 请填“${p.found}%”，是 ${p.asShare}% 请填“${p.asShare}%”`,
  E21: (p) =>
    p.reason === "no-such-day"
      ? `${quote(p.label)}填的“${p.found}”不是实际存在的日期，请核对`
      : `${quote(p.label)}应为日期，实际为“${p.found}”，请写明年、月、日，如 2024-03-01`,
  E22: (p) => `${quote(p.label)}在合并单元格 ${p.range} 内，无法判断属于哪一行，请取消合并后逐行填写`,
  E23: (p) => {
    if (p.column) return `找不到“${p.column}”列，各行均按未填写处理，请恢复模板原表头后填写`;
    if (p.form)
      return `表中没有${quote(p.label)}（指标编号 ${p.row}），按未填写处理，请在表中补填，或在对照表 ${p.form} 中写明位置`;
    if (p.row) return `找不到${quote(p.label)}这一行（指标编号 ${p.row}），请恢复模板原行后填写`;
    return `${quote(p.label)}未填写，${FILL_IN[p.type ?? "text"] ?? FILL_IN.text}`;
  },
  E24: (p) => `${quote(p.label)}的公式引用了其他文件，无法核对，请直接填写`,
  E25: (p) =>
    p.why ??
    `读取${p.what === "memory" ? `所需内存超过 ${p.limit} MB` : `超过 ${p.limit} 秒`}，已停止读取，请用 Excel 或 WPS 打开，删去多余的空白行列、图片和无关的工作表，另存为 .xlsx 后重新报送`,
  E28: (p) => {
    if (p.what === "system")
      return `本表是为另一套指标体系（${p.found}）制作的，应为 ${p.expected}，请换用正确的模板`;
    const version = p.found === p.expected ? "版本号相同" : `本表为 ${p.found} 版`;
    return `本表的填报项与现用指标体系 ${p.expected} 版不同（${version}），请换用新模板`;
  },
  E29: (p) =>
    p.form
      ? `找不到${p.missing}，请在表中填写，或在对照表 ${p.form} 中写明位置（代码也可写在 codes 中）`
      : `缺少${p.missing}，请在“基本信息”表中填写`,
  E30: (p) =>
    p.what === "same-copy"
      ? `与另一份核查表（${p.other}）完全相同，只计一次，请删去本份；几位评委须各交一份`
      : p.what === "copies"
        ? `同一单位有几份核查表（${p.other}）对同一处作了核查，无法判断以哪份为准，请只保留一份，或用 --panel 合并`
        : p.what === "matrix"
          ? `“${p.found}”在表中出现了两次（另见 ${p.other}），无法判断以哪处为准，请只保留一处`
          : `同一单位有多个文件（${p.other}），填报项重复，请只报送一个`,
  E31: (p) =>
    `${quote(p.label)}为 ${p.found}，超出范围（应${bounds(p)}${p.step ? `，从 ${p.min} 起每 ${p.step} 一档` : ""}），请核对`,
  E32: (p) =>
    `${quote(p.label)}填的“${p.found}”不在选项之内（${p.options}），${p.nearest ? `是否为“${p.nearest}”？` : ""}请从选项中选填`,
  E33: (p) => `${quote(p.label)}${RATES[p.why ?? ""]?.(p) ?? ""}`,
  E34: (p) => `${quote(p.label)}引用的佐证材料编号 ${p.found} 在“佐证材料”表中找不到，请登记该材料或改正编号`,
  E35: (p) => `${quote(p.label)}${DECLARED[p.why ?? ""] ?? ""}${p.found ? `（实际为“${p.found}”）` : ""}`,
  E36: (p) => `${quote(p.label)}${VERIFICATION[p.why ?? ""] ?? ""}，未采用`,
  E37: (p) =>
    UNRECOGNISED[p.why ?? ""]?.(p) ??
    `本行无法对应到指标体系（指标编号“${p.item}”，填报项“${p.field}”），${p.found ? `填报值“${p.found}”` : "所填内容"}未采用，请恢复模板原行后填写`,
  E38: (p) => `${quote(p.label)}出现了两行（另见 ${p.other}），无法判断以哪行为准，请只保留一行`,
  E39: (p) =>
    p.rows
      ? `${quote(p.label)}填了“不适用”，而同名工作表中有 ${p.rows} 条记录，请只保留一个`
      : `${quote(p.label)}同时填了值“${p.found}”和“不适用”，请只保留一个`,
  W01: () => "文件含有宏，已忽略",
  W02: (p) => `模板以外的${p.what === "sheet" ? "工作表" : "列"}“${p.name}”，未读取`,
  W03: (p) => `${quote(p.label)}的日期 ${p.found} 不在评估期间（${p.from} 至 ${p.to}）内，请核对`,
  W04: (p) =>
    p.found?.startsWith("-")
      ? `自评分 ${p.found} 不应为负，请核对`
      : `自评分 ${p.found} 超出本项分值 ${p.points}，请核对`,
  W05: (p) => `隐藏的行、列或工作表中有 ${p.count} 处填报内容（${p.cells}），已照常读取`,
  W06: (p) =>
    `${quote(p.label)}${p.what === "cut" ? "已达单元格字数上限，可能被截断" : "含有无法识别的字符"}，请核对`,
  W07: (p) => `含有核查列（${p.columns}），单位自报表中的核查内容不予采用`,
  W08: (p) => `本表按指标体系 ${p.found} 版制作，现用 ${p.expected} 版，填报项相同，照常评分`,
  W09: () => "本核查表所据的申报材料与现在报送的文件不同，请核对核查内容是否仍然成立",
  W10: (p) => `${quote(p.label)}在表中印的是 ${p.found} 分，指标体系为 ${p.points} 分，按指标体系评分`,
  W11: (p) => `${FORMATS[p.format ?? ""]}，已用 LibreOffice 转换为 .xlsx 后读取，单元格位置以转换后的为准`,
};
