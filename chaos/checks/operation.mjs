// What is asked of the processes themselves, whatever became of the sales.
const LONGEST_STOP_S = 30;

/** @param {{ fleet: import('../machines/fleet.mjs').Fleet, ends: { name: string, end: string | number | null, seconds: number }[] }} run */
export function checkOperation({ fleet, ends }) {
  const odd = fleet.ends.filter(({ isExcused }) => !isExcused);
  return [
    {
      what: 'processes end only when they are killed or asked to, and in time',
      faults: [
        ...odd.map(({ name, end, output }) => `${name} ended by itself with ${end}: ${output.slice(-300)}`),
        ...ends
          .filter(({ end, seconds }) => end !== 0 || seconds > LONGEST_STOP_S)
          .map(({ name, end, seconds }) => `${name} ended with ${end} after ${seconds.toFixed(1)} s`),
      ],
    },
    {
      what: 'processes complain of nothing but of what was broken',
      faults: fleet.complaints.map(({ name, line }) => `${name}: ${line.slice(0, 500)}`),
    },
  ];
}
