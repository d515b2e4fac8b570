/**
 * Names that Windows and Outlook give to zones, and their names in the time zone database: those of Europe and the zones that online events
 * come from. From Unicode's mapping: https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml
 */
export const windowsZones: ReadonlyMap<string, string> = new Map([
  ['gmt standard time', 'Europe/London'],
  ['greenwich standard time', 'Atlantic/Reykjavik'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['romance standard time', 'Europe/Paris'],
  ['central europe standard time', 'Europe/Budapest'],
  ['central european standard time', 'Europe/Warsaw'],
  ['e. europe standard time', 'Europe/Chisinau'],
  ['gtb standard time', 'Europe/Bucharest'],
  ['fle standard time', 'Europe/Kyiv'],
  ['turkey standard time', 'Europe/Istanbul'],
  ['russian standard time', 'Europe/Moscow'],
  ['eastern standard time', 'America/New_York'],
  ['central standard time', 'America/Chicago'],
  ['mountain standard time', 'America/Denver'],
  ['pacific standard time', 'America/Los_Angeles'],
  ['india standard time', 'Asia/Kolkata'],
  ['pakistan standard time', 'Asia/Karachi'],
  ['bangladesh standard time', 'Asia/Dhaka'],
  ['china standard time', 'Asia/Shanghai'],
  ['tokyo standard time', 'Asia/Tokyo'],
  ['aus eastern standard time', 'Australia/Sydney'],
  ['utc', 'Etc/UTC'],
  ['coordinated universal time', 'Etc/UTC'],
  // As Outlook shows them in its settings, and as some exports write them.
  ['(utc+00:00) dublin, edinburgh, lisbon, london', 'Europe/London'],
  ['(utc) dublin, edinburgh, lisbon, london', 'Europe/London'],
  ['greenwich mean time : dublin, edinburgh, lisbon, london', 'Europe/London'],
  ['gmt -0000 (standard) / gmt +0100 (daylight)', 'Europe/London'],
]);

/** Names that a zone may go by, the likeliest first: as it is, without quotes, without what some programs put before it, of Windows. */
export function namesOfZone(tzid: string): readonly string[] {
  const bare = tzid
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .trim();
  const [, place] = /(?:^|\/)((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[\w/+-]+)$/.exec(bare) ?? [];
  const windows = windowsZones.get(bare.toLowerCase());
  return [bare, place, windows].filter((name) => name !== undefined && name !== '') as readonly string[];
}
