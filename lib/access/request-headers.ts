/** Header in which the proxy tells server components the path and query of the request. */
export const PATH_HEADER = 'x-huiying-path';
