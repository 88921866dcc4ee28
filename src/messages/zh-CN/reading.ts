import type { ReadingLabels } from "../reading-labels.js";

export const reading: ReadingLabels = {
  manual: {
    changing: "文件在读取时正被改写或复制，请待其写完后重新评分",
    gone: "文件已不在原处（可能被移走、改名或删除），请找回后重新评分",
    unreadable: (code) => `系统不允许读取本文件（${code}），请检查权限、网络盘或存储介质后重新评分`,
    crashed: (how) => `读取本文件的进程两次意外终止（${how}），请用 Excel 或 WPS 打开核对，另存后重新评分`,
  },
  resumeNeedsOut: "--resume 须与 --out 一起给出：续的是写入该文件夹的那次运行",
  resumed: (reused, all) => `续前次运行：${all} 个文件中有 ${reused} 个此前已读取，未再读取`,
  mappingRefused: (path) => `对照表 ${path} 有错误，未读取。`,
  output: "输出文件",
  noSpace: (path) => `磁盘空间或配额不足，无法写出 ${path}。原有的结果文件未改动，请腾出空间后重新运行`,
  inspect: {
    noFindings: "没有问题。",
    sheet: (name, hidden) => `工作表“${name}”${hidden ? "（隐藏）" : ""}`,
    extent: (dimension, cells) =>
      cells === 0 ? "没有填写的单元格" : `范围 ${dimension}，填写的单元格 ${cells} 个`,
    merges: (ranges) => `合并单元格：${ranges.join("、")}`,
    columns: {
      ref: "单元格",
      kind: "类型",
      raw: "存储的内容",
      value: "值",
      format: "数字格式",
      formula: "公式",
    },
    kinds: {
      number: "数字",
      string: "文本",
      boolean: "逻辑值",
      error: "错误值",
      "date-serial": "日期序号",
      "iso-date": "ISO 日期",
      "formula without result": "无结果的公式",
    },
  },
};
