import type { PlatformKey } from './platforms';

/** Where a mention can come from that no address tells. */
export const OFFLINE_PLATFORMS = [
  'forum',
  'news',
  'website',
  'wechat_group',
  'phone',
  'broadcast',
  'print',
  'other',
] as const;

const LABELS: Record<PlatformKey | (typeof OFFLINE_PLATFORMS)[number], { zh: string; en: string }> =
  {
    weibo: { zh: '微博', en: 'Weibo' },
    douyin: { zh: '抖音', en: 'Douyin' },
    wechat: { zh: '微信公众号', en: 'WeChat account' },
    wechat_channels: { zh: '微信视频号', en: 'WeChat Channels' },
    xiaohongshu: { zh: '小红书', en: 'Xiaohongshu' },
    kuaishou: { zh: '快手', en: 'Kuaishou' },
    toutiao: { zh: '今日头条', en: 'Toutiao' },
    xigua: { zh: '西瓜视频', en: 'Xigua Video' },
    zhihu: { zh: '知乎', en: 'Zhihu' },
    tieba: { zh: '百度贴吧', en: 'Baidu Tieba' },
    bilibili: { zh: '哔哩哔哩', en: 'Bilibili' },
    baijiahao: { zh: '百家号', en: 'Baijiahao' },
    douban: { zh: '豆瓣', en: 'Douban' },
    tencent_news: { zh: '腾讯新闻', en: 'Tencent News' },
    netease: { zh: '网易', en: 'NetEase' },
    sohu: { zh: '搜狐', en: 'Sohu' },
    sina: { zh: '新浪', en: 'Sina' },
    ifeng: { zh: '凤凰网', en: 'iFeng' },
    people_board: { zh: '人民网领导留言板', en: 'People’s Daily message board' },
    hotline_12345: { zh: '12345 热线', en: '12345 hotline' },
    forum: { zh: '论坛', en: 'Forum' },
    news: { zh: '新闻网站', en: 'News site' },
    website: { zh: '网站', en: 'Website' },
    wechat_group: { zh: '微信群', en: 'WeChat group' },
    phone: { zh: '来电', en: 'Phone call' },
    broadcast: { zh: '广播电视', en: 'Radio or television' },
    print: { zh: '报刊', en: 'Newspaper' },
    other: { zh: '其他', en: 'Other' },
  };

/** Every platform a person can choose, the busiest first. */
export const PLATFORM_KEYS = Object.keys(LABELS);

/** Name of a platform by its stored key; an unknown key is its own name. */
export function platformLabel(key: string, language: 'zh' | 'en' = 'zh'): string {
  return (LABELS as Record<string, { zh: string; en: string }>)[key]?.[language] ?? key;
}
