import { existsSync, readFileSync } from 'node:fs';

/** A found post as somebody pastes it into the quick log. */
export interface Post {
  url: string;
  text: string;
  /** ISO UTC. */
  publishedAt: string;
  reposts: number;
}

const REAL_POSTS = '../shared/data/weibo-events.jsonl';

const OWN_POST: Post = {
  url: 'https://weibo.example/status/own-1',
  text: '乙中学门口的路灯已经三个晚上不亮了，孩子下晚自习摸黑过马路，打电话没人管！请有关部门看看。',
  publishedAt: '2026-03-02T13:40:00.000Z',
  reposts: 37,
};

/** Few enough reposts for the ordinary grade of the plan. */
const MOST_REPOSTS = 99;

/** A real post where the collection lies beside the repository, else one of our own. */
export function findPost(): Post {
  if (!existsSync(REAL_POSTS)) return OWN_POST;
  const posts = readFileSync(REAL_POSTS, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Omit<Post, 'reposts'> & { repostedAt: string[] })
    .map(({ url, text, publishedAt, repostedAt }) => ({
      url,
      text,
      publishedAt,
      reposts: repostedAt.length,
    }));
  return posts.find(({ reposts }) => reposts <= MOST_REPOSTS) ?? OWN_POST;
}
