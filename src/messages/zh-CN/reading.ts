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
  output: "输出文件",
  noSpace: (path) => `磁盘空间或配额不足，无法写出 ${path}。原有的结果文件未改动，请腾出空间后重新运行`,
};
