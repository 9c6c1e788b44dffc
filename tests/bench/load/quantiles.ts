export type Quantiles = { p50: number; p99: number; max: number };

/** Of samples in ms; all 0 where there are none. */
export function quantiles(samples: Float64Array): Quantiles {
  const sorted = samples.toSorted();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
