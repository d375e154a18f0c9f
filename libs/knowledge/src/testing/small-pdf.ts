/** Creates a PDF with one line of Latin text on each page. */
export function smallPdf(pages: readonly string[]): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, index) => pageObjects(text, 5 + index * 2)),
  ];
  return pdfOf(objects);
}

/** Creates a PDF of numbered objects, the first of which is the catalogue. */
export const pdfOf = (objects: readonly string[]): Buffer => Buffer.from(withCrossReferences(objects), 'latin1');

function pageObjects(text: string, contents: number): readonly string[] {
  const drawn = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>`;
  return [`${page} /Contents ${contents} 0 R >>`, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`];
}

function withCrossReferences(objects: readonly string[]): string {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`;
  return body + head + offsets.join('') + trailer;
}
