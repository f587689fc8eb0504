// Bar charts as SVG, for light and dark backgrounds.

const style = `
    text { font: 13px system-ui, sans-serif; fill: #24292f; }
    .title { font-weight: 600; font-size: 15px; }
    .value { font-size: 11px; }
    .line { stroke: #8c959f; stroke-dasharray: 3 3; }
    .tendon { fill: #1f6feb; } .node_api { fill: #6e7781; } .v8 { fill: #bf8700; }
    .node_addon_api { fill: #8250df; } .nobind17 { fill: #1a7f37; } .koffi { fill: #cf222e; }
    @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } }`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const width = 760;
const left = 210;
const right = 70;
const thickness = 14;

/**
 * Groups of bars: { title, groups: [{ label, bars: [{ series, value }] }], series: [name], format, scale,
 * mark }. A series is named as its contender is, which gives it the colour. `scale` gives a value's place from 0
 * to 1; at the value `mark` stands a line.
 */
export function barChart({ title, groups, series, format, scale, mark }) {
  const parts = [];
  const at = (value) => left + Math.max(0, Math.min(1, scale(value))) * (width - left - right);
  let y = 62;
  for (const { label, bars } of groups) {
    const middle = y + (bars.length * thickness) / 2 + 4;
    parts.push(`<text x="${left - 10}" y="${middle}" text-anchor="end">${escaped(label)}</text>`);
    for (const { series: name, value } of bars) {
      const from = mark === undefined ? left : Math.min(at(mark), at(value));
      const to = mark === undefined ? at(value) : Math.max(at(mark), at(value));
      const length = Math.max(1, to - from);
      parts.push(`<rect class="${name}" x="${from.toFixed(1)}" y="${y}" ` +
        `width="${length.toFixed(1)}" height="${thickness - 3}"/>`);
      const place = `x="${(to + 5).toFixed(1)}" y="${y + 10}"`;
      parts.push(`<text class="value" ${place}>${escaped(format(value))}</text>`);
      y += thickness;
    }
    y += 12;
  }
  const line = mark === undefined
    ? ''
    : `<line class="line" x1="${at(mark)}" x2="${at(mark)}" y1="54" y2="${y - 6}"/>`;
  const legend = series.map((name, i) =>
    `<rect class="${name}" x="${20 + i * 122}" y="34" width="11" height="11"/>` +
    `<text class="value" x="${36 + i * 122}" y="44">${escaped(name)}</text>`);
  const size = `width="${width}" height="${y}" viewBox="0 0 ${width} ${y}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">
  <title>${escaped(title)}</title>
  <style>${style}
  </style>
  <text class="title" x="20" y="22">${escaped(title)}</text>
  ${[...legend, line, ...parts].filter(Boolean).join('\n  ')}
</svg>
`;
}

/** From `least` to `most`, each doubling as wide as the others. */
export const logarithmic = (least, most) => (value) => Math.log(value / least) / Math.log(most / least);
export const linear = (most) => (value) => value / most;
