import type { GridPoint } from './kinds.ts';

/*
 * From the Ordnance Survey's "A guide to coordinate systems in Great Britain" (annexes B and C): a seven-parameter shift from WGS84 to
 * OSGB36, good to about 5 metres, and the Transverse Mercator projection of the National Grid.
 */
const wgs84 = { a: 6_378_137, b: 6_356_752.314_2 };
const airy = { a: 6_377_563.396, b: 6_356_256.909 };
const shift = { x: -446.448, y: 125.157, z: -542.06, scale: 20.4894e-6, rx: -0.1502, ry: -0.247, rz: -0.8421 };
const scaleFactor = 0.9996012717;
const origin = { latitude: radians(49), longitude: radians(-2), easting: 400_000, northing: -100_000 };

/** Roughly Great Britain; anything else is a slip or elsewhere. Degrees. */
const bounds = { south: 49.5, north: 61.5, west: -9, east: 2.5 };

/** The grid point of a position in degrees (WGS84), to the metre; nothing where it is not in Great Britain. */
export function gridPoint(latitude: number, longitude: number): GridPoint | undefined {
  const within = latitude >= bounds.south && latitude <= bounds.north && longitude >= bounds.west && longitude <= bounds.east;
  return within ? projected(...shifted(radians(latitude), radians(longitude))) : undefined;
}

/** Latitude and longitude on the Airy ellipsoid, in radians. */
function shifted(latitude: number, longitude: number): [number, number] {
  const e2 = 1 - (wgs84.b / wgs84.a) ** 2;
  const nu = wgs84.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const x = nu * Math.cos(latitude) * Math.cos(longitude);
  const y = nu * Math.cos(latitude) * Math.sin(longitude);
  const z = nu * (1 - e2) * Math.sin(latitude);

  const [rx, ry, rz] = [shift.rx, shift.ry, shift.rz].map((seconds) => radians(seconds / 3600)) as [number, number, number];
  const scale = 1 + shift.scale;
  return onAiry(shift.x + scale * x - rz * y + ry * z, shift.y + rz * x + scale * y - rx * z, shift.z - ry * x + rx * y + scale * z);
}

function onAiry(x: number, y: number, z: number): [number, number] {
  const e2 = 1 - (airy.b / airy.a) ** 2;
  const p = Math.hypot(x, y);
  let latitude = Math.atan2(z, p * (1 - e2));
  // Settles to a hundredth of a millimetre within five rounds anywhere in Britain.
  for (let round = 0; round < 5; round++) {
    const nu = airy.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
    latitude = Math.atan2(z + e2 * nu * Math.sin(latitude), p);
  }
  return [latitude, Math.atan2(y, x)];
}

function projected(latitude: number, longitude: number): GridPoint {
  const { a, b } = airy;
  const e2 = 1 - (b / a) ** 2;
  const [sin, cos, tan] = [Math.sin(latitude), Math.cos(latitude), Math.tan(latitude)];
  const nu = (a * scaleFactor) / Math.sqrt(1 - e2 * sin ** 2);
  const rho = (a * scaleFactor * (1 - e2)) / (1 - e2 * sin ** 2) ** 1.5;
  const eta2 = nu / rho - 1;

  const i = meridian(latitude) + origin.northing;
  const ii = (nu / 2) * sin * cos;
  const iii = (nu / 24) * sin * cos ** 3 * (5 - tan ** 2 + 9 * eta2);
  const iiiA = (nu / 720) * sin * cos ** 5 * (61 - 58 * tan ** 2 + tan ** 4);
  const iv = nu * cos;
  const v = (nu / 6) * cos ** 3 * (nu / rho - tan ** 2);
  const vi = (nu / 120) * cos ** 5 * (5 - 18 * tan ** 2 + tan ** 4 + 14 * eta2 - 58 * tan ** 2 * eta2);

  const east = longitude - origin.longitude;
  return {
    easting: Math.round(origin.easting + iv * east + v * east ** 3 + vi * east ** 5),
    northing: Math.round(i + ii * east ** 2 + iii * east ** 4 + iiiA * east ** 6),
  };
}

/** The length of the meridian from the true origin, in metres. */
function meridian(latitude: number): number {
  const n = (airy.a - airy.b) / (airy.a + airy.b);
  const minus = latitude - origin.latitude;
  const plus = latitude + origin.latitude;
  return (
    airy.b *
    scaleFactor *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * minus -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(minus) * Math.cos(plus) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
      (35 / 24) * n ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus))
  );
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
