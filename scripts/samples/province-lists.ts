import { anyOf, figureIn, ifGood, inTurn, numbered, type RecordsDraw } from "./draw-records.js";

const DONE = ["已履行", "依法不需要"];
const AGENCIES = [
  "市场监督管理局",
  "综合行政执法局",
  "生态环境分局",
  "交通运输局",
  "应急管理局",
  "卫生健康局",
  "农业农村局",
  "自然资源局",
  "人力资源和社会保障局",
  "文化旅游局",
  "水利局",
  "住房和城乡建设局",
];
const DOCUMENTS = [
  "农村公路养护管理办法",
  "城区停车场管理办法",
  "小型水库管护办法",
  "被征地居民社会保障实施细则",
  "人才公寓管理办法",
  "烟花爆竹燃放管理通告",
  "招商引资优惠办法",
  "物业管理实施细则",
  "惠民殡葬补助办法",
  "河道采砂管理办法",
];
const DECISIONS = [
  "国土空间总体规划",
  "城区集中供热价格调整方案",
  "城乡供水一体化工程",
  "义务教育学校布局调整方案",
  "生活垃圾处理厂选址",
  "公共交通线路优化方案",
  "区域性养老服务设施规划",
];
const CASES = ["非法排放污染物", "生产销售伪劣产品", "非法占用农用地", "拒不支付劳动报酬", "非法采矿"];

/** The lists of `indicators/model-county`; whole numbers are made up. */
export const PROVINCE_LISTS: Readonly<Record<string, RecordsDraw>> = {
  normDocuments: {
    rows: [5, 10],
    columns: {
      title: inTurn(...DOCUMENTS),
      // Two thirds of what is not quite right is no more than slow.
      consulted: ifGood(["满7个工作日", "满7个工作日", "依法免于征求"], "不足7个工作日"),
      reviewed: ({ good, random }) => (good() || random() < 0.95 ? "是" : "否"),
      explained: ifGood(["已解读", "已解读", "无需解读"], "未解读"),
    },
  },
  counselWork: {
    rows: [12, 46],
    columns: {
      subject: inTurn(
        "国有土地使用权出让合同审查",
        "政府采购服务合同审查",
        "停车场管理办法意见",
        "供热价格调整方案意见",
        "行政复议案件答复",
        "投资合作协议审查",
        "信访事项法律意见",
      ),
      matter: inTurn("合同协议", "合同协议", "规范性文件", "重大行政决策", "复议应诉", "合同协议", "其他"),
    },
  },
  decisions: {
    rows: [4, 7],
    columns: {
      title: inTurn(...DECISIONS),
      participation: ifGood(DONE, "未履行"),
      days: ({ cells, good }) => (cells.participation === "已履行" ? (good() ? 30 : 20) : undefined),
      opinions: ({ cells, random }) =>
        cells.participation === "已履行" ? 8 + Math.floor(random() * 90) : undefined,
      answered: ({ cells, good, random }) =>
        typeof cells.opinions === "number"
          ? Math.round(cells.opinions * (good() ? 1 : 0.5 + random() * 0.4))
          : undefined,
      experts: ifGood(DONE, "未履行"),
      risk: ifGood(DONE, "未履行"),
      reviewed: ({ good, random }) => (good() || random() < 0.92 ? "是" : "否"),
      collective: ({ good, random }) => (good() || random() < 0.92 ? "是" : "否"),
    },
  },
  officerRoster: {
    rows: [12, 12],
    columns: {
      agency: inTurn(...AGENCIES),
      onDuty: figureIn(14, 66),
      uncertified: ({ good, random }) => (good() ? 0 : 1 + Math.floor(random() * 2)),
    },
  },
  caseFileReviews: {
    rows: [22, 70],
    columns: {
      caseNumber: numbered("执评〔2024〕", "号"),
      fileKind: anyOf("行政处罚", "行政处罚", "行政处罚", "行政许可", "行政强制", "其他"),
      fileScore: ({ good, random }) => (good() ? 90 : 76) + Math.floor(random() * 20) / 2,
      fileMended: ({ cells, good }) =>
        Number(cells.fileScore) >= 90 ? "无需整改" : good() ? "已整改" : "未整改",
    },
  },
  crimeTransfers: {
    rows: [3, 8],
    columns: {
      transferCase: inTurn(...CASES.map((name) => `某企业涉嫌${name}案`)),
      transferAgency: anyOf("市场监督管理局", "生态环境分局", "自然资源局"),
      transferResult: anyOf("立案", "立案", "立案", "正在审查", "不予立案"),
    },
  },
  procuratorAdvice: {
    rows: [12, 6],
    columns: {
      adviceNumber: numbered("检建〔2024〕", "号"),
      adviceKind: anyOf("公益诉讼", "行政检察监督", "社会治理"),
      adviceReply: ({ good, random }) => (good() ? "期限内回复" : random() < 0.7 ? "逾期回复" : "未回复"),
    },
  },
  supervisionNotices: {
    rows: [2, 8],
    columns: {
      noticeNumber: numbered("执监〔2024〕", "号"),
      noticeTo: anyOf(...AGENCIES),
      noticeKind: anyOf("督办通知书", "监督意见书", "监督决定书"),
      noticeCases: figureIn(1, 4),
    },
  },
  drills: {
    rows: [1, 4],
    columns: {
      form: inTurn("专项演练", "综合演练", "桌面推演", "专项演练"),
      subject: inTurn("森林火灾扑救", "防汛抢险", "危险化学品泄漏", "地震应急疏散"),
      people: figureIn(120, 320),
    },
  },
  leaderStudies: {
    rows: [3, 8],
    columns: {
      form: inTurn(
        "法治专题讲座",
        "常务会议会前学法",
        "常务会议会前学法",
        "法治专题讲座",
        "常务会议会前学法",
      ),
      topic: inTurn("宪法", "行政处罚法", "行政复议法", "公平竞争审查条例", "民法典", "信访工作条例"),
      people: figureIn(28, 130),
    },
  },
  honours: {
    rows: [-1, 3],
    columns: {
      name: inTurn("行政执法案卷评查优秀单位", "法治宣传教育先进集体", "人民调解工作先进集体"),
      level: inTurn("市级", "市级", "省级"),
      authority: numbered("表彰字〔2024〕", "号"),
    },
  },
};
