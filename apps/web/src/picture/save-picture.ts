import { drawSvg } from './draw-svg.js';

/** Length of the longer side, in pixels. */
const SIZE = 1_600;

/** Saves a drawing as PNG, with the colours it has on the page. */
export async function savePicture(svg: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = svg.viewBox.baseVal;
  const scale = SIZE / Math.max(width, height);
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  drawSvg(svg, context, scale);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await canvas.convertToBlob({ type: 'image/png' }));
  link.download = name;
  link.click();
  // The browser reads the blob after the click, so revoke its URL later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
