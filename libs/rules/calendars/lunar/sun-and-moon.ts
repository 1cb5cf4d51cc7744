/**
 * Where the sun stands and when the moon is new, as far as a lunar calendar needs it: series of J. Meeus, Astronomical Algorithms,
 * 2nd ed. 1998, ch. 25 (sun, low accuracy, 0.01°) and ch. 49 (new moon, error below 20 s for our centuries).
 * Instants are Julian Ephemeris Days (JDE); `universal` turns them into Universal Time.
 */
const RAD = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * RAD);
const turn = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** Apparent ecliptic longitude of the sun in degrees, 0 to 360. */
export function sunLongitude(jde: number): number {
  const t = (jde - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
  const m = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(m) +
    (0.019993 - 0.000101 * t) * sin(2 * m) +
    0.000289 * sin(3 * m);
  return turn(mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t));
}

/** Terms of ch. 49 for the new moon: days, power of the eccentricity, multiples of M, M', F and Ω. */
const NEW_MOON: [number, number, number, number, number, number][] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
  [-0.00002, 0, -1, 1, -2, 0],
  [-0.00002, 0, 1, 3, 0, 0],
  [0.00002, 0, 0, 4, 0, 0],
];
/** Planetary arguments: days, degrees at k = 0, degrees per lunation. */
const PLANETS: [number, number, number][] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/** Instant of a new moon. @param k lunations since the new moon of 6 January 2000, a whole number */
export function newMoon(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const e = 1 - 0.002516 * t - 0.0000074 * t2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t2;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t2;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t2;
  const omega = 124.7746 - 1.56375588 * k + 0.0020672 * t2;
  let jde = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t2;
  for (const [days, power, a, b, c, d] of NEW_MOON) {
    jde += days * e ** power * sin(a * sun + b * moon + c * node + d * omega);
  }
  for (const [days, start, speed] of PLANETS)
    jde += days * sin(start + speed * k - (speed === 0.107408 ? 0.009173 * t2 : 0));
  return jde;
}

/** Lunations since 6 January 2000 at about an instant. */
export const lunationNear = (jde: number): number => Math.round((jde - 2_451_550.09766) / 29.530588861);

/**
 * Julian Day in Universal Time: the slowing of the earth (ΔT) taken off, by the polynomials of Espenak and Meeus (NASA, 2006) for
 * 1986-2005 and 2005-2050, beyond by their parabola. ΔT is 1-3 minutes here; only a new moon nearer to midnight could be told wrong.
 */
export function universal(jde: number): number {
  const year = 2000 + (jde - 2_451_545) / 365.25;
  const t = year - 2000;
  const u = (year - 1820) / 100;
  const seconds =
    year < 2005
      ? 63.86 + 0.3345 * t - 0.060374 * t ** 2 + 0.0017275 * t ** 3 + 0.000651814 * t ** 4 + 0.00002373599 * t ** 5
      : year < 2050
        ? 62.92 + 0.32217 * t + 0.005589 * t ** 2
        : -20 + 32 * u * u - 0.5628 * (2150 - year);
  return jde - seconds / 86_400;
}
