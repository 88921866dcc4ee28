import { printed } from "./sentence.js";

/** A statement that is true or not: 未建立培训档案, 发生安全事故. */
export interface Statement {
  readonly label: string;
  /** The answer that makes the statement true. */
  readonly holds: boolean;
}

/** Figures, and numbers in words before what they count: more than yes or no is asked. */
const COUNTS = /[\d%]|[一二三四五六七八九十两几多每各][个项次件起类种份处人条篇场家]|每|逐|分别|各自/;
/** Points, exceptions and other rules within: the sentence says more than one thing. */
const RULES =
  /[,:;。]|[扣得加]分|扣完|满分|不得分|酌情|视情|累计|合计|最多|最高|上限|为限|封顶|只计|另|按比例|除外|但|其中|之一|以下|否则|反之|其余|其他|同上|此类|不超过|不少于|不低于/;
/** What is a matter of degree is no yes or no. */
const DEGREE =
  /较[好差高低大多少快慢]|很|明显|显著|扎实|不力|不够|突出|基本|成效|效果|情节|程度|部分|适当|严重|轻微|一般|良好|优秀/;
const LONGEST = 60;
/** 未完成: of what, the sentence before says, and how much of it nobody. */
const SHORTEST = 3;

/** undefined where the statement is not a plain yes or no. */
export function readStatement(text: string): Statement | undefined {
  if (text === "" || text.length > LONGEST) return undefined;
  if (COUNTS.test(text) || RULES.test(text) || DEGREE.test(text)) return undefined;
  const [, denied] = /^(?:未|没有)(.+)$/.exec(text) ?? [];
  if ((denied ?? text).length < SHORTEST) return undefined;
  if (denied !== undefined && !ENTANGLED.test(denied)) {
    return { label: `是否${printed(denied)}`, holds: false };
  }
  if (denied === undefined && VERBS.test(text)) return { label: `是否${printed(text)}`, holds: true };
  return { label: `是否存在此情形：${printed(text)}`, holds: true };
}

/** Behind a negation, these leave open how far it reaches: such a statement is asked word for word. */
const ENTANGLED = /未|没有|不|无|、|和|或|及|与|且|并|被|受|导致|造成|引发|致|而|发生|即/;
const VERBS =
  /^(?:已|全面|及时|按[期时]?|制定|建立|开展|组织|出台|印发|公布|公开|编制|完成|落实|设立|成立|配备|召开|举办|纳入|列入|实行|将|向|发生|存在|出现|被|受到|因|获得|获|报送|提交|形成|明确|有|聘请|执行|履行|实现|通过|入选|拒不)/;
