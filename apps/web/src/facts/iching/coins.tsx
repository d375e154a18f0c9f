const RADIUS = 9;
const STEP = 21;

/** The three coins of a line. Heads counts 3 and tails 2, so the sum is 6 to 9. */
export function Coins({ value, y }: { readonly value: number; readonly y: number }) {
  const heads = value - 6;
  return (
    <>
      {[0, 1, 2].map((at) => (
        <g class={`coin ${at < heads ? 'head' : 'tail'}`} transform={`translate(${RADIUS + at * STEP} ${y})`}>
          <circle r={RADIUS} />
          <rect class="hole" x={-2.6} y={-2.6} width={5.2} height={5.2} />
          {at < heads && <path class="marks" d="M0-6.6v2.4M0 6.6v-2.4M-6.6 0h2.4M6.6 0h-2.4" />}
        </g>
      ))}
    </>
  );
}
