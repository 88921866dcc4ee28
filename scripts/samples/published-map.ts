/**
 * The single place that says which published figure feeds which field. A figure feeds a field only where both
 * mean the same; `because` says why wherever that is not plain from the two names.
 */
export interface Mapping {
  /** 指标名 in `samples/facts/published-facts.csv`; unique within its place. */
  readonly metric: string;
  /** Fact names; most figures feed one. */
  readonly facts: readonly string[];
  /** What is entered, where the report says it in words (是, 0). Otherwise the figure as printed. */
  readonly as?: string;
  readonly because?: string;
}

export interface Place {
  /** As in the CSV. */
  readonly place: string;
  readonly name: string;
  /** GB/T 2260 */
  readonly code: string;
  readonly year: string;
  readonly kind: string;
  /** Title of the published document. */
  readonly document: string;
  /** Its 文号, date and publisher, as far as they are published. */
  readonly reference?: string;
  readonly date: string;
  readonly publisher: string;
  /** 是否已向乡镇(街道)下放行政执法权限, where the document says so. */
  readonly delegated?: string;
  readonly mappings: readonly Mapping[];
  /** Figures that look as if they fitted a field and do not: they are not entered. */
  readonly leftOut: readonly { readonly metric: string; readonly because: string }[];
  /** Told in 备注 of a field that stays blank, by fact; the metric is the figure that it quotes. */
  readonly targets?: readonly { readonly metric: string; readonly fact: string }[];
}

const bothParts = (fact: string) => [`${fact}.numerator`, `${fact}.denominator`];

const SHAHE: Place = {
  place: "河北省邢台市沙河市",
  name: "沙河市",
  code: "130582",
  year: "2022",
  kind: "县级市",
  document: "沙河市人民政府关于2022年法治政府建设工作情况的报告",
  date: "2023-02-27",
  publisher: "司法局",
  mappings: [
    { metric: "报告发布日期", facts: ["reportPublished"] },
    { metric: "政府常务会会前学法计划部数", facts: ["studyPlanned"] },
    { metric: "会前学法计划完成情况", facts: ["studyDone"], as: "是", because: "原文“目前已按计划全部完成”" },
    { metric: "行政规范性文件备案通过率", facts: ["filingPass"] },
    {
      metric: "重大行政决策事项目录年度",
      facts: ["catalogue"],
      as: "是",
      because: "目录年度即报告年度，原文“编制了……目录并在网站公布”",
    },
    {
      metric: "清理行政执法人员数",
      facts: ["certified.denominator"],
      because: "清理对象为全市行政执法人员，即在岗执法人员总数；持证人数未公布",
    },
    { metric: "乡镇街道司法所覆盖率", facts: ["officeCover"] },
    { metric: "司法所派出管理率", facts: ["officeManaged"] },
    { metric: "法治宣传活动次数", facts: ["publicityEvents"], because: "按原文填写，为约数" },
    { metric: "行政复议体制改革实施方案文号", facts: ["reformDocument"] },
    { metric: "入选省民主法治示范村数", facts: ["newModelVillages"], because: "原文为当年新入选" },
  ],
  leftOut: [
    { metric: "市委全面依法治市委员会会议届次", because: "届次，不是当年会议次数" },
    { metric: "示范指标体系项数", because: "上级指标体系的项数，不是本地工作数据" },
  ],
};

const DONGLIAO: Place = {
  place: "吉林省东辽县",
  name: "东辽县",
  code: "220422",
  year: "2024",
  kind: "县",
  document: "东辽县人民政府关于2024年法治政府建设情况的报告",
  reference: "东府〔2024〕41号",
  date: "2024年12月16日",
  publisher: "东辽县人民政府",
  delegated: "是",
  mappings: [
    { metric: "报告文号", facts: ["reportNumber"] },
    { metric: "报告成文日期", facts: ["reportMade"] },
    { metric: "首席法律咨询专家人数", facts: ["legalAdvisers"], because: "填报项包括首席法律咨询专家" },
    {
      metric: "重大行政决策和规范性文件审查率",
      facts: ["decisionReview", "normReview"],
      because: "两类合并公布为100%，则两类各为100%；件数未公布",
    },
    {
      metric: "重大行政决策和规范性文件备案率",
      facts: ["normFiling"],
      because: "两类合并公布为100%，则规范性文件为100%；件数未公布",
    },
    { metric: "行政争议案件协调化解会", facts: ["settlementMeetings"] },
    { metric: "受理行政复议案件", facts: ["reviewClosing.denominator"] },
    { metric: "已结案行政复议案件", facts: ["reviewClosing.numerator"] },
    { metric: "行政复议纠错案件", facts: ["reviewCorrected"], as: "0", because: "原文“未出现纠错案件”" },
    { metric: "诉前化解行政争议", facts: ["settledBeforeSuit"] },
    { metric: "法院受理行政诉讼案件", facts: ["lawsuitsAccepted"], because: "县法院受理，即一审" },
    { metric: "行政机关负责人出庭率", facts: ["courtAttendance"] },
    { metric: "检察建议、司法建议回复率", facts: ["suggestionReply"] },
    { metric: "行政机关败诉案件", facts: ["lawsuitsLost"], as: "0", because: "原文“无行政机关败诉案件”" },
    { metric: "政务服务事项全程网办率", facts: ["onlineRate"] },
    { metric: "进厅率", facts: ["hallRate"] },
    { metric: "进窗率", facts: ["windowRate"] },
    { metric: "双随机总任务数", facts: ["crossCheck.denominator"] },
    { metric: "跨部门计划数", facts: ["crossCheck.numerator"] },
    { metric: "跨部门计划占比", facts: ["crossCheck"] },
    {
      metric: "成立行政执法监督组织乡镇",
      facts: bothParts("supervisedTowns"),
      because: "原文“13个乡镇均成立”，即13个中有13个",
    },
    { metric: "行政执法监督人员", facts: ["supervisors"] },
    { metric: "线上综合法律知识培训", facts: ["generalHours"] },
    { metric: "专业培训", facts: ["specialHours"], because: "按原文填写，为下限而不是实际学时" },
    { metric: "行政处罚案件", facts: ["lenient.denominator"] },
    { metric: "适用“四张清单”案件", facts: ["lenient.numerator"] },
    { metric: "“四张清单”适用率", facts: ["lenient"] },
    { metric: "不予处罚事项清单", facts: ["noPenaltyList"] },
    { metric: "减轻处罚事项清单", facts: ["reducedList"] },
    { metric: "从轻处罚事项清单", facts: ["lighterList"] },
    { metric: "免于强制事项", facts: ["noForceList"] },
    { metric: "法定执法机关", facts: ["agencies"], because: "原文执法主体、事项已在县政府网站公示" },
    { metric: "行政执法事项", facts: ["matters"], because: "原文“已经全部在县政府网站……公示”" },
    { metric: "编制首违不罚清单执法部门", facts: ["firstOffenceAgencies"] },
    {
      metric: "下放乡镇行政执法权限评估",
      facts: bothParts("delegationReview"),
      because: "原文对已下放的53项“进行全面评估”，即53项中评估53项",
    },
    { metric: "国家级民主法治示范村", facts: ["nationalVillages"] },
    { metric: "省级民主法治示范村", facts: ["provincialVillages"] },
    { metric: "普法宣传资料发放", facts: ["publicityMaterials"], because: "按原文填写，为约数" },
    { metric: "法治文化阵地", facts: ["culturePlaces"] },
    { metric: "述法评议年度", facts: ["dutyReport"], as: "是", because: "当年召开上一年度述法评议会议" },
    {
      metric: "依法治县绩效考核年度",
      facts: ["dutyAppraised"],
      as: "是",
      because: "当年开展依法治县绩效考核",
    },
  ],
  leftOut: [
    { metric: "人民调解案件", because: "未说明是受理件数还是调解成功件数" },
    { metric: "乡镇法治建设调研、督查", because: "调研和督查合计4次，无法分开" },
    { metric: "涉企方面规范性文件(自查)", because: "说的是清理结果，数据中没有清理活动本身的文字" },
    { metric: "检察建议发出数", because: "发出数不等于行政机关收到、应回复数" },
    { metric: "法治文化广场和法治文化长廊", because: "与法治文化阵地分列，是否重复计算不明" },
  ],
};

const RANGTANG: Place = {
  place: "四川省阿坝州壤塘县",
  name: "壤塘县",
  code: "513230",
  year: "2020",
  kind: "县",
  document: "壤塘县人民政府关于2020年法治政府建设工作情况的报告",
  date: "2021-03-02",
  publisher: "壤塘县人民政府",
  mappings: [
    { metric: "报告发布日期", facts: ["reportPublished"] },
    { metric: "合法性审查意见书", facts: ["reviewOpinions"] },
    {
      metric: "其中重大行政决策",
      facts: ["decisionReview.numerator"],
      because: "已审查件数；提请审议件数未公布",
    },
    { metric: "其中行政规范性文件", facts: ["normReview.numerator"], because: "已审核件数；制定件数未公布" },
    {
      metric: "公平竞争审查规范性文件",
      facts: ["fairReview.numerator"],
      because: "已审查件数；应审查件数未公布",
    },
    { metric: "“好差评”主动评价率", facts: ["activeRating"] },
    { metric: "承诺时限较法定时限提速", facts: ["timeCut"], because: "按原文填写，为下限" },
    { metric: "全程网办事项数量比例", facts: ["onlineRate"], because: "按原文填写，为下限" },
    {
      metric: "一窗分类办理事项比例",
      facts: ["windowRate"],
      because: "一窗办理的事项占比；按原文填写，为下限",
    },
    { metric: "三项制度和执法文书专题培训", facts: ["systemTrainings"] },
    { metric: "行政执法案卷评查", facts: ["fileReviews"] },
    { metric: "评阅执法文书", facts: ["filesReviewed"], because: "原文以“卷”计，即案卷评查所评阅的卷数" },
    {
      metric: "现存合法有效证件",
      facts: ["certified.numerator"],
      because: "有效执法证件数；在岗执法人员数未公布",
    },
    { metric: "资格考试参与率", facts: ["examAttend"] },
    { metric: "资格考试通过率", facts: ["examPass"] },
    { metric: "向县人大常委会报告", facts: ["congressReports"] },
    { metric: "向政协通报", facts: ["conferenceBriefings"] },
    { metric: "法、检、公业务工作联席会", facts: ["courtMeetings"] },
    { metric: "公益诉讼联席会", facts: ["publicInterestMeetings"] },
    {
      metric: "检察建议办复率",
      facts: ["suggestionReply"],
      because: "报告所列建议均为检察建议，办复率均达100%",
    },
    { metric: "人民调解员培训", facts: ["mediatorTrainings"] },
    { metric: "排查纠纷", facts: ["mediation.denominator"] },
    {
      metric: "调解纠纷",
      facts: ["mediation.numerator"],
      because: "139÷142约为97.9%，与公布的成功率98%相符，即调解成功件数",
    },
    { metric: "调解成功率", facts: ["mediation"] },
    { metric: "协议履行率", facts: ["mediationKept"] },
    { metric: "信访办结率", facts: ["petitionsClosed"] },
    { metric: "信访办结满意率", facts: ["petitionsSatisfied"] },
    {
      metric: "审理行政案件(负责人依法出庭)",
      facts: bothParts("courtAttendance"),
      because: "审理1起，该起案件负责人依法出庭",
    },
    {
      metric: "法治宣传活动",
      facts: ["publicityEvents"],
      because: "另有“480余场次”为另一口径的约数，未计入",
    },
    { metric: "发放法制产品、宣传资料", facts: ["publicityMaterials"], because: "按原文填写，为约数" },
    { metric: "谁执法谁普法责任部门", facts: ["publicityDepartments"] },
    { metric: "法治政府督查", facts: ["inspections"] },
    { metric: "法治政府调研", facts: ["surveys"] },
  ],
  leftOut: [
    { metric: "2017年以来行政复议、行政诉讼", because: "2017年以来累计，不是当年数" },
    { metric: "合法性审查时间(计划目标)", because: "2021年计划，不是结果" },
    { metric: "法治政府建设目标考核分值权重下限(计划目标)", because: "2021年计划，不是结果" },
    { metric: "办理信访案件", because: "办结件数未公布，办结率已直接填报" },
    { metric: "拟下放乡镇事项", because: "公共服务和权力事项清单，未单列执法权限" },
  ],
};

const DANJIANGKOU: Place = {
  place: "湖北省十堰市丹江口市",
  name: "丹江口市",
  code: "420381",
  year: "2018",
  kind: "县级市",
  document: "丹江口市2018年依法行政工作报告",
  date: "2018年12月10日",
  publisher: "市人民政府办公室",
  mappings: [
    { metric: "报告日期", facts: ["reportMade"], because: "报告落款日期" },
    {
      metric: "专题清理类别(产权保护、生态环境保护、涉民营经济)",
      facts: ["specialCleanup"],
      as: "是",
      because: "原文先后开展三个专题的规范性文件清理",
    },
    {
      metric: "受理行政复议申请",
      facts: ["reviewReceived"],
      because: "9件中含不予受理3件，即收到的申请，不是受理件数",
    },
    { metric: "决定不予受理", facts: ["reviewRefused"] },
    {
      metric: "审结行政复议案件",
      facts: ["reviewClosing.numerator"],
      because: "已审结件数；受理件数未直接公布",
    },
    {
      metric: "审结案件中维持",
      facts: ["reviewCorrected"],
      as: "0",
      because: "审结的5件均为维持，即没有纠错",
    },
    { metric: "已审结行政诉讼案件", facts: ["lawsuitsClosed"] },
    { metric: "撤销原具体行政行为(败诉)", facts: ["lawsuitsLost"] },
    { metric: "联席会议", facts: ["linkMeetings"] },
    {
      metric: "接入信息共享平台执法单位",
      facts: bothParts("linkedAgencies"),
      because: "原文“全市所有41家”均已接入，即41家中有41家",
    },
  ],
  leftOut: [
    { metric: "行政诉讼案件", because: "已应诉件数，未说明是否当年一审受理" },
    { metric: "申请人撤回申请", because: "是否在受理之后撤回不明" },
    { metric: "参加信息公开专题培训行政单位", because: "参训单位数，不是讲座次数" },
  ],
};

const HEDONG: Place = {
  place: "山东省临沂市河东区",
  name: "河东区",
  code: "371312",
  year: "2022",
  kind: "市辖区",
  document: "河东区贯彻落实《法治政府建设实施纲要(2021-2025年)》实施方案(征求意见稿)",
  date: "2022-03-14",
  publisher: "河东区司法局",
  mappings: [],
  leftOut: [],
  targets: [
    { metric: "行政规范性文件合法性审核率(目标)", fact: "normReview" },
    { metric: "涉企业行政案件涉案部门负责人出庭应诉(目标)", fact: "courtAttendance" },
    { metric: "法治专题讲座(每年,目标)", fact: "lectures" },
    { metric: "行政执法人员每人每年培训学时(目标)", fact: "generalHours" },
    { metric: "规范性文件备案原则", fact: "normFiling" },
  ],
};

export const PLACES: readonly Place[] = [SHAHE, DONGLIAO, RANGTANG, DANJIANGKOU, HEDONG];
