import 'server-only';

export { type ListedNotice, listNotices, type NoticeDeadline, unreadCount } from './notices';
export { acknowledgeOwed, getOwed, type Owed } from './owed';
export { acknowledge, markRead, pageOf } from './reading';
export { closeStreams, closeStreamsAtExit, openStream } from './streams';
