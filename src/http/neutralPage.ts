/** Where a page goes that must be gone from the screen at once: harmless, and slow to nobody. */
export const neutralPage = 'https://www.bbc.co.uk/weather';
