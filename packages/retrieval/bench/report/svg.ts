/** What all plots share: one size, one type, colours for light and dark pages on a ground of their own. */
export const WIDTH = 720;
export const HEIGHT = 400;
export const AREA = { left: 76, right: 690, top: 92, bottom: 340 };

const style = `
  svg { font-family: system-ui, -apple-system, "Segoe UI", sans-serif; font-size: 13px }
  .ground { fill: #ffffff } .text { fill: #1f2328 } .quiet { fill: #59636e }
  text { paint-order: stroke; stroke: #ffffff; stroke-width: 3px; stroke-linejoin: round }
  .grid { stroke: #d8dee4 } .axis { stroke: #818b98 } .limit { stroke: #59636e; stroke-dasharray: 5 4 }
  .line { fill: none; stroke-width: 2.5 } .title { font-size: 16px; font-weight: 600 }
  .s0 { stroke: #0969da } .f0 { fill: #0969da } .s1 { stroke: #bc4c00 } .f1 { fill: #bc4c00 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 } .text { fill: #f0f6fc } .quiet { fill: #9198a1 } text { stroke: #0d1117 }
    .grid { stroke: #2a313c } .axis { stroke: #656c76 } .limit { stroke: #9198a1 }
    .s0 { stroke: #58a6ff } .f0 { fill: #58a6ff } .s1 { stroke: #f0883e } .f1 { fill: #f0883e }
  }`;

export interface Frame {
  title: string;
  xLabel: string;
  yLabel: string;
  /** Names of the series, in order of their colours. */
  series: readonly string[];
}

export function frame({ title, xLabel, yLabel, series }: Frame, inside: string): string {
  const legend = series.map((name, i) => {
    const x = AREA.left + series.slice(0, i).reduce((sum, before) => sum + 40 + before.length * 7.5, 0);
    return `<rect x="${round(x)}" y="48" width="14" height="10" rx="2" class="f${i}"/>${text(x + 20, 57, name, 'text')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeText(title)}">
<style>${style}
</style>
<rect class="ground" width="${WIDTH}" height="${HEIGHT}" rx="8"/>
${text(AREA.left, 30, title, 'text title')}
${legend.join('\n')}
${inside}
${text((AREA.left + AREA.right) / 2, HEIGHT - 16, xLabel, 'quiet', 'middle')}
<text transform="translate(20 ${(AREA.top + AREA.bottom) / 2}) rotate(-90)" class="quiet" text-anchor="middle">${escapeText(yLabel)}</text>
</svg>
`;
}

export function text(x: number, y: number, content: string, names: string, anchor = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}" class="${names}" text-anchor="${anchor}">${escapeText(content)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, names: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${names}"/>`;
}

export const round = (value: number) => Math.round(value * 10) / 10;

/** Three significant digits, without an exponent; whole numbers from 100 on with separators. */
export function shortNumber(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(value < 1 ? 2 : 3)));
}

export const escapeText = (content: string) =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
