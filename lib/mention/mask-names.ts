/**
 * Names of children and patients in Chinese text, found by what stands beside them: 学生张小明, 患者王丽,
 * 张小明同学, 学生姓名：李华. Names of others (officials, teachers) are left as they are: without such a
 * word nobody can tell a name from any other two characters. What is masked keeps the surname:
 * 张某某, and a name given that way already is left alone.
 *
 * Source: domain.md guard 5 (children's and patients' names masked at capture).
 */

const SURNAMES =
  '欧阳|上官|司马|诸葛|夏侯|东方|尉迟|皇甫|令狐|慕容|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺]';

/** Characters that hardly ever stand in a given name: where they come, the name is over. */
const NOT_GIVEN =
  '的了在被是说称于和与及从向对把将已也都就却等昨今前后上下父母爸妈爷奶家住因为其他她它们这那有没无不未很要会能可以到至去来给让使叫喊打骂伤病死疑遭受发进入出院校班级年月日时分岁男女同某老师生人员者方位名个此该每各多少大家之以而或但';

const GIVEN = `[^\\x00-\\u4dff${NOT_GIVEN}\\u9fa6-\\uffff]`;
/** Followed by one of these, a second given character belongs to the next word. */
const NEXT_WORD = '(?!(?:烧|痛|疼|课|学|院|药|饭|餐|亡|倒|落|泻|吐|热|晕|迷|车|医|护))';

const CHILD =
  '(?:学生|男生|女生|小学生|中学生|初中生|高中生|男童|女童|幼儿|幼童|儿童|婴儿|男婴|女婴|孩子|小孩|孩童|儿子|女儿|小朋友|未成年人|少年|少女|受害女孩|女孩|男孩)';
const PATIENT = '(?:患者|病人|患儿|病患|伤者|伤员|产妇|孕妇|确诊病例|住院者|病号)';
const LABEL = '(?:的?(?:姓名|名字)(?:是|为)?|名叫|名为|叫做?|是)?[\\s　]*[:：]?[\\s　]*[“"‘(（]?';

/** Words that begin like a surname and are no name. */
const NO_NAME =
  '(?!高[烧热危中考一二三校年温层兴血压]|成[群年长绩立为功]|安[全置慰排心静定]|单[独亲位]|全[部体身员]|应[当该急]|严[重格肃]|常[见常规年]|温[饱度暖]|万[一元]|游[泳玩客戏]|明[天年显白确]|时[常间候]|关[心注于爱系闭]|包[括括含]|施[工救]|任[何意务]|许[多可]|易[怒感]|解[决释除]|连[续夜]|金[额钱]|方[便面式]|石[头块]|黄[昏色]|白[天色血]|马[上路]|米[饭粉]|车[祸辆]|房[屋间]|强[制烈行调]|查[出看]|冷[静落]|宫[颈外]|申[请诉]|商[量店]|计[划算]|官[方网]|原[因来本谅]|华[侨人东]|毛[病巾]|江[苏西水]|成都|武[汉力术]|管[理]|康[复]|费[用]|童[年]|祝|司[机法]|曾经|曾[在因有]|项目|向|路[上过边段]|党[员]|苏[醒州]|于[是])';

const name = (surname: string) =>
  `${NO_NAME}(?<surname>${surname})(?<given>${GIVEN}(?:${GIVEN}${NEXT_WORD})?)`;
/** After the name: an end, or a word that goes on about the person. */
const AFTER =
  '(?=$|[^\\u4e00-\\u9fa5]|[的了在被是说称于和与及从向对把将已也都就却等昨今前后上下父母爸妈爷奶家住因其他她反回身手头腿脸突然因发高腹出入转死遭受疑两二三四五六七八九十第本现至今早午晚当曾正未没不到来去给让])';

export type NameKind = 'child_name' | 'patient_name';

export interface NameRule {
  readonly kind: NameKind;
  readonly pattern: RegExp;
}

/** Two characters before 同学 that look like a name and are none. */
const NO_PUPIL =
  '(?!任何|高[一二三中年级]|许多|成都|江[西苏]|温州|安[全徽]|常[州德]|金华|石家|万州|武[汉警]|连云|马上|于是|和[同谐]|全[班体校部]|班|包括|应[届该]|都是|关[注心]|单[亲独]|原[来因]|单位|花季|官方|明[天年]|毕业|华[东南北中]|白[天领])';

export const NAME_RULES: readonly NameRule[] = [
  {
    kind: 'patient_name',
    pattern: new RegExp(`(?<kept>${PATIENT}${LABEL})${name(SURNAMES)}${AFTER}`, 'g'),
  },
  {
    kind: 'child_name',
    pattern: new RegExp(`(?<kept>${CHILD}${LABEL})${name(SURNAMES)}${AFTER}`, 'g'),
  },
  {
    kind: 'child_name',
    pattern: new RegExp(
      `(?<kept>(?:^|[^\\u4e00-\\u9fa5]|[级班校的是和与及让叫向对给我]))${NO_PUPIL}${name(SURNAMES)}(?=(?:小?同学|小朋友|宝宝))`,
      'g',
    ),
  },
];

/** 张某, 张某某: as many 某 as there were characters. */
export function maskNames(text: string, count: (kind: NameKind) => void): string {
  return NAME_RULES.reduce(
    (masked, { kind, pattern }) =>
      masked.replace(pattern, (...args: unknown[]) => {
        const { kept, surname, given } = args.at(-1) as Record<string, string>;
        count(kind);
        return `${kept}${surname}${'某'.repeat([...(given ?? '')].length)}`;
      }),
    text,
  );
}
