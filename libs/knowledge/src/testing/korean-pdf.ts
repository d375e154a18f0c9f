import { pdfOf } from './small-pdf.js';

/** Creates a PDF whose Korean font is not embedded and has a predefined encoding, as office programs write it. */
export function koreanPdf(encoding: 'KSCms-UHC-H' | 'UniKS-UCS2-H', hex: string): Buffer {
  const drawn = `BT /F1 12 Tf 72 720 Td <${hex}> Tj ET`;
  const system = '<< /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >>';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /HYGoThic-Medium-${encoding} /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYGoThic-Medium /CIDSystemInfo ${system} /FontDescriptor 7 0 R /DW 1000 >>`,
    '<< /Type /FontDescriptor /FontName /HYGoThic-Medium /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  ]);
}

/** Creates a PDF of one page: without content, or with a picture of one pixel. */
export function pdfWithoutText(content: 'picture' | 'nothing'): Buffer {
  const drawn = content === 'picture' ? 'q 100 0 0 100 72 600 cm /Im1 Do Q' : '';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /Im1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n@\nendstream',
  ]);
}
