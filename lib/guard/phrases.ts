/**
 * 劝删 and its kin: words that ask for a post to vanish, steer comments, or turn on the poster. The
 * list is data; each phrase is tried on texts it must find and on texts it must leave alone
 * (phrases.test.ts). Patterns are bounded, so that a megabyte of text is searched in linear time.
 *
 * Source: domain.md guards 1 to 3 (what this product refuses).
 */

export const FLAG_KINDS = ['removal', 'steering', 'against_poster'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export interface FlaggedPhrase {
  /** Stable name; the auditor's page and the record hold this, not the text. */
  readonly key: string;
  readonly kind: FlagKind;
  readonly pattern: RegExp;
}

const POST =
  '(?:该|此|本|相关|有关|这[条篇个]|那[条篇个]|原|负面|涉事)?(?:网?帖子?|帖文|博文|微博|视频|文章|推文|信息|内容|评论|稿件|报道|链接|笔记|话题)';
const POSTER =
  '(?:发帖人|发布者|发布人|博主|楼主|网民|网友|当事人|作者|账号|号主|家长|平台|网站|记者|媒体|版主|吧主|群主)';
/** Whoever said it, also by what else they are: a parent, a pupil, an employee who posted. */
const AUTHOR =
  '(?:发帖人|发布者|博主|楼主|举报人|投诉人|发[帖文布](?:的)?(?:家长|学生|教师|职工|员工|患者|家属|村民|居民|群众|网民))';
const PRESSING = '(?:约谈|训诫|警告|批评教育|教育|抓捕|拘留|稳控|管控|处理)';
const ASK =
  '(?:劝说?|动员|要求|责令|督促|协调|联系|沟通|通知|敦促|说服|商请|请|让|叫|做.{0,4}工作)';

export const FLAGGED_PHRASES: readonly FlaggedPhrase[] = [
  { key: 'persuade_removal', kind: 'removal', pattern: /劝(?:其|他|她|说)?(?:自行|主动)?删(?!改)/ },
  {
    key: 'ask_removal',
    kind: 'removal',
    pattern: new RegExp(
      `${ASK}.{0,8}${POSTER}.{0,10}(?:删除|删掉|撤下|撤回|下架|屏蔽|删帖|撤稿|断链|设为私密|隐藏)`,
    ),
  },
  {
    key: 'ask_removal_of_post',
    kind: 'removal',
    pattern: new RegExp(`${ASK}.{0,8}(?:删除|删掉|撤下|下架|屏蔽|断开|隐藏)(?:了|掉)?${POST}`),
  },
  {
    key: 'have_posts_removed',
    kind: 'removal',
    pattern: /(?:做|予以|进行|安排|尽快|抓紧|立即|全部|已经?|均已)(?:删帖|撤帖|撤稿|删稿)/,
  },
  {
    key: 'posts_removed',
    kind: 'removal',
    pattern:
      /(?:删帖|撤帖|撤稿|删稿)(?:处理|处置|工作|到位|完毕|成功|率|数|\d+条|[一二三四五六七八九十]+条)/,
  },
  {
    key: 'removed_as_result',
    kind: 'removal',
    pattern: new RegExp(
      `${POST}(?:现|均|都|全部)?已(?:被我[们单局校办].{0,4}|协调.{0,6}|沟通.{0,6})?(?:全部)?(?:删除|清除|屏蔽|下架)(?:完毕|到位|处理)`,
    ),
  },
  {
    key: 'block_search',
    kind: 'removal',
    pattern: /(?:降|撤|压|下)(?:了|掉)?热搜|压(?:制)?热度|沉帖|压帖|控评|限流处理/,
  },
  {
    key: 'steer_comments',
    kind: 'steering',
    pattern:
      /网络水军|网评员.{0,8}(?:跟帖|评论|发声)|引导(?:性)?(?:评论|跟帖)|组织.{0,8}(?:跟帖|刷评|点赞|顶帖)|正面(?:评论|跟帖)(?:覆盖|稀释|对冲)|(?:覆盖|稀释|对冲)负面|(?:用|注册|开|换).{0,3}小号|马甲.{0,4}(?:发|评|跟)/,
  },
  {
    key: 'find_poster',
    kind: 'against_poster',
    pattern: new RegExp(
      `(?:落地查人|查(?:找|清|出|明)?.{0,3}${AUTHOR}(?:的)?(?:身份|真实|姓名|住址|电话|单位|IP)` +
        `|${PRESSING}了?(?:该|此|涉事|相关)?${AUTHOR}(?!的?(?:反映|提出|诉求|问题|投诉|意见))` +
        `|对(?:该|此|涉事|相关)?${AUTHOR}(?:进行|予以|作出|开展|实施|给予)?${PRESSING})`,
    ),
  },
];

/** What stands before a phrase and turns it round: nobody asks for anything there. */
export const NEGATIONS =
  /(?:不得|不准|不能|不可|不许|不应|不要|不会|严禁|禁止|切勿|切忌|杜绝|没有|未曾?|从未|并未|无人|拒绝|反对|避免|防止|不)[^，。；！？,;!?\n]{0,10}$/;

/** Who reports, rather than does, such a thing: the citizen's own words. */
export const REPORTED =
  /(?:网民|网友|家长|发帖人|当事人|反映人|市民|群众|博主|投诉人|帖文|原帖|记者)[^，。；！？,;!?\n]{0,6}(?:称|反映|质疑|投诉|认为|指|说|问|怀疑)[^。；！？;!?\n]{0,30}$/;
