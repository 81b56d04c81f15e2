/** One place where people speak: how its addresses are told, and which parameters only track. */
export interface Platform {
  readonly key: string;
  /** Host endings (`weibo.com` also covers `m.weibo.com`), longest match wins. */
  readonly hosts: readonly string[];
  /** Query parameters of this platform that do not choose the content; `x_*` covers a prefix. */
  readonly tracking?: readonly string[];
}

const SHARE_IDS = [
  'share_token',
  'shareId',
  'share_id',
  'share_app_id',
  'share_sign',
  'u_code',
  'did',
  'iid',
];

/**
 * Known platforms. The keys are stored with mentions: add, never rename. Their addresses all
 * answer over https.
 */
export const PLATFORMS = [
  {
    key: 'weibo',
    hosts: ['weibo.com', 'weibo.cn', 't.cn'],
    tracking: [
      'refer_flag',
      'type',
      'wvr',
      'mod',
      'sudaref',
      'display',
      'retcode',
      'luicode',
      'lfid',
      'featurecode',
      'wm',
      'jumpfrom',
      'sourceType',
      'pagetype',
      'ua',
      '_loc_redirect',
    ],
  },
  {
    key: 'douyin',
    hosts: ['douyin.com', 'iesdouyin.com'],
    tracking: [
      ...SHARE_IDS,
      'region',
      'mid',
      'titleType',
      'with_sec_did',
      'schema_type',
      'video_share_track_ver',
      'previous_page',
      'enter_from',
      'enter_method',
      'is_from_webapp',
      'extra_params',
      'ts',
      'tt_from',
    ],
  },
  {
    key: 'wechat',
    hosts: ['mp.weixin.qq.com'],
    tracking: [
      'chksm',
      'scene',
      'subscene',
      'srcid',
      'sessionid',
      'sharer_*',
      'clicktime',
      'enterid',
      'ascene',
      'devicetype',
      'version',
      'nettype',
      'abtest_cookie',
      'lang',
      'exportkey',
      'pass_ticket',
      'wx_header',
      'mpshare',
      'key',
      'uin',
      'countrycode',
      'poc_token',
      'click_id',
      'session_us',
    ],
  },
  { key: 'wechat_channels', hosts: ['channels.weixin.qq.com'] },
  {
    key: 'xiaohongshu',
    hosts: ['xiaohongshu.com', 'xhslink.com'],
    tracking: [
      'xsec_token',
      'xsec_source',
      'xhsshare',
      'appuid',
      'apptime',
      'author_share',
      'app_platform',
      'app_version',
      'ignoreEngage',
      'share_from_user_hidden',
      'type',
      'shareRedId',
      'exSource',
      'source',
      'share_id',
      'share_channel',
      'noteId_from',
    ],
  },
  {
    key: 'kuaishou',
    hosts: ['kuaishou.com', 'chenzhongtech.com', 'gifshow.com', 'kwai.com'],
    tracking: [
      'fid',
      'cc',
      'followRefer',
      'shareMethod',
      'docId',
      'kpn',
      'subBiz',
      'shareToken',
      'shareResourceType',
      'shareMode',
      'shareObjectId',
      'shareUrlOpened',
      'timestamp',
      'et',
      'efid',
      'streamSource',
      'area',
      'shareId',
      'userId',
      'photoId',
      'cityCode',
    ],
  },
  {
    key: 'toutiao',
    hosts: ['toutiao.com', 'toutiaocdn.com', 'toutiaoimg.com'],
    tracking: [
      ...SHARE_IDS,
      'log_from',
      'wid',
      'timestamp',
      'app',
      'use_new_style',
      'req_id',
      'tt_from',
      'enter_from',
      'article_category',
      'category_new',
      'module_name',
      'channel_id',
      'traffic_source',
      'source',
    ],
  },
  {
    key: 'xigua',
    hosts: ['ixigua.com'],
    tracking: [...SHARE_IDS, 'logTag', 'enter_from', 'tt_from', 'timestamp'],
  },
  {
    key: 'zhihu',
    hosts: ['zhihu.com'],
    tracking: ['share_code', 'hybrid_search_source', 'native', 'scene'],
  },
  {
    key: 'tieba',
    hosts: ['tieba.baidu.com'],
    tracking: [
      'fr',
      'sfc',
      'client_type',
      'client_version',
      'st',
      'is_video',
      'unique',
      'is_jingpost',
      'share',
      'red_tag',
      'lp',
      'mo_device',
      'is_jingpost',
      'statsInfo',
      'referer',
    ],
  },
  {
    key: 'bilibili',
    hosts: ['bilibili.com', 'b23.tv'],
    tracking: [
      'vd_source',
      'share_*',
      'is_story_h5',
      'unique_k',
      'bbid',
      'ts',
      'timestamp',
      'mid',
      'plat_id',
      'buvid',
      'up_id',
      'seid',
      'trackid',
      'session_id',
    ],
  },
  {
    key: 'baijiahao',
    hosts: ['baijiahao.baidu.com', 'mbd.baidu.com'],
    tracking: ['wfr', 'for', 'sShare', 'ssid'],
  },
  { key: 'douban', hosts: ['douban.com'], tracking: ['_i', 'dt_dapp', 'dt_platform'] },
  { key: 'tencent_news', hosts: ['new.qq.com', 'news.qq.com', 'view.inews.qq.com'] },
  {
    key: 'netease',
    hosts: ['163.com'],
    tracking: ['f', 'spss', 'spsnuid', 'spsdevid', 'spsvid', 'spsw', 'spssid'],
  },
  { key: 'sohu', hosts: ['sohu.com'], tracking: ['scm', 'pvid', 'trans_', '_trans_'] },
  {
    key: 'sina',
    hosts: ['sina.com.cn', 'sina.cn'],
    tracking: ['vt', 'cid', 'node_id', 'wm', 'autocallup'],
  },
  { key: 'ifeng', hosts: ['ifeng.com'] },
  { key: 'people_board', hosts: ['liuyan.people.com.cn'] },
] as const satisfies readonly Platform[];

/**
 * Key of a platform, stored with mentions. `hotline_12345` is told by its host name, which every
 * city chooses for itself.
 */
export type PlatformKey = (typeof PLATFORMS)[number]['key'] | 'hotline_12345';

/** The platform whose host ending fits best, or null; `host` in lower case. */
export function findPlatform(host: string): (Platform & { key: PlatformKey }) | null {
  let best: (Platform & { key: PlatformKey }) | null = null;
  let length = 0;
  for (const platform of PLATFORMS) {
    for (const ending of platform.hosts) {
      if (ending.length > length && (host === ending || host.endsWith(`.${ending}`))) {
        best = platform;
        length = ending.length;
      }
    }
  }
  return best;
}
