interface Click {
  button: number;
  defaultPrevented: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

interface Place {
  origin: string;
  pathname: string;
  search: string;
  hash: string;
}

/**
 * Where a click on a link should lead within the page, or null when the browser should follow it:
 * other buttons and keys, other sites and frames, and places on this page.
 */
export function softTarget(
  click: Click,
  link: Place & { target: string },
  here: Place,
): string | null {
  const { altKey, ctrlKey, metaKey, shiftKey, button, defaultPrevented } = click;
  if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return null;
  if (link.target && link.target !== '_self') return null;
  if (link.origin !== here.origin) return null;
  const isHere = link.pathname === here.pathname && link.search === here.search;
  if (isHere && link.hash) return null;
  return `${link.pathname}${link.search}${link.hash}`;
}
