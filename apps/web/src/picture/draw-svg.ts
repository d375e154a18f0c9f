type Context = OffscreenCanvasRenderingContext2D;

/**
 * Draws an SVG of the page on a canvas. The page's CSP forbids images from blobs, so the shapes are drawn one by one
 * with their computed styles. Supports the elements that the drawings use: path, line, circle, rect, polygon and text.
 */
export function drawSvg(svg: SVGSVGElement, context: Context, scale: number): void {
  const toPage = svg.getScreenCTM();
  if (!toPage) return;
  const { x, y } = svg.viewBox.baseVal;
  const toUnits = toPage.inverse();
  for (const element of svg.querySelectorAll<SVGGraphicsElement>('path, line, circle, rect, polygon, text')) {
    const matrix = element.getScreenCTM();
    const style = getComputedStyle(element);
    if (!matrix || style.display === 'none' || style.visibility === 'hidden') continue;
    const { a, b, c, d, e, f } = toUnits.multiply(matrix);
    context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    context.transform(a, b, c, d, e, f);
    context.globalAlpha = opacityOf(element, svg);
    if (element instanceof SVGTextElement) drawText(element, style, context);
    else drawShape(pathOf(element), style, context);
  }
}

function drawShape(path: Path2D, style: CSSStyleDeclaration, context: Context): void {
  if (style.fill !== 'none') {
    context.fillStyle = style.fill;
    context.fill(path);
  }
  if (style.stroke === 'none') return;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.lineCap = style.strokeLinecap as CanvasLineCap;
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
  context.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat));
  context.stroke(path);
}

function drawText(text: SVGTextElement, style: CSSStyleDeclaration, context: Context): void {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.fill;
  context.textAlign = style.textAnchor === 'middle' ? 'center' : style.textAnchor === 'end' ? 'right' : 'left';
  context.textBaseline = style.dominantBaseline === 'central' ? 'middle' : 'alphabetic';
  const number = (name: string) => Number(text.getAttribute(name) ?? 0);
  const [words, x, y] = [text.textContent ?? '', number('x'), number('y')];
  if (style.stroke !== 'none') {
    // Only titles with an outline have a stroke, which lies behind the letters.
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.lineJoin = 'round';
    context.strokeText(words, x, y);
  }
  context.fillText(words, x, y);
}

function pathOf(element: SVGGraphicsElement): Path2D {
  const number = (name: string) => Number(element.getAttribute(name) ?? 0);
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute('d') ?? '');
  if (element instanceof SVGPolygonElement) return new Path2D(`M${element.getAttribute('points')}Z`);
  const path = new Path2D();
  if (element instanceof SVGCircleElement) path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
  else if (element instanceof SVGRectElement)
    path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
  else {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  }
  return path;
}

/** Product of the opacities of an element and its parents, which equals group opacity if shapes do not overlap. */
function opacityOf(element: Element, root: Element): number {
  const own = Number(getComputedStyle(element).opacity);
  return element === root || !element.parentElement ? own : own * opacityOf(element.parentElement, root);
}
