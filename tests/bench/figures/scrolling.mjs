// Scrolling, one step each frame.
import { median, percentile } from '../statistics.mjs';
import { count, figure, milliseconds } from '../table.mjs';

const STEPS = 200;
const DISTANCE = 600;

export async function scrolling(kontor, { rounds, report }) {
  const frames = [];
  const blanks = [];
  for (let round = 1; round <= rounds; round += 1) {
    const outcome = await kontor.scroll(STEPS, DISTANCE);
    if (outcome.moved < (STEPS * DISTANCE) / 2) throw new Error(`the grid moved by only ${outcome.moved} pixels`);
    frames.push(percentile(outcome.intervals, 0.95));
    blanks.push(outcome.blanks);
    report(`scrolling, round ${round}`, { percentile95: frames.at(-1), blanks: outcome.blanks });
  }
  return [
    figure('scrolling: 95th percentile between frames', median(frames), 20, milliseconds, 17),
    figure('scrolling: frames with blank rows', median(blanks), 0, count),
  ];
}
