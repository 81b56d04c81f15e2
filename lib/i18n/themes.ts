/** What a person may choose; `system` follows the device and stores no cookie. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** Name of the cookie that holds the chosen theme. */
export const themeCookie = 'THEME';

/** Reads a theme from untrusted text such as a cookie; anything unknown is `system`. */
export function toTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}
