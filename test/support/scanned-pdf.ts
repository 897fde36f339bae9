export interface PagePicture {
  jpeg: Uint8Array;
  /** In pixels; the picture has three colours. */
  width: number;
  height: number;
  /** In degrees, clockwise: how the page lies in the scanner. */
  turn?: 0 | 180;
}

/** What a scanner makes: a PDF (ISO 32000-1) of pages as wide as A4, each a picture and nothing else. */
export function scannedPdf(pages: readonly PagePicture[]): Buffer {
  const numberOf = (page: number) => 3 + page * 3;
  const objects = pages.flatMap(({ jpeg, turn = 0, ...size }, at) => {
    const [page, content, picture] = [numberOf(at), numberOf(at) + 1, numberOf(at) + 2];
    const [width, height] = [595, (595 * size.height) / size.width];
    const drawn = Buffer.from(`${width} 0 0 ${height} 0 0 cm /P Do`);
    const parts = `/Rotate ${turn} /Contents ${content} 0 R /Resources << /XObject << /P ${picture} 0 R >> >>`;
    return [
      {
        number: page,
        body: Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${parts} >>`),
      },
      { number: content, body: stream('', drawn) },
      { number: picture, body: stream(`${dictionary} /Width ${size.width} /Height ${size.height}`, jpeg) },
    ];
  });
  const kids = pages.map((_, at) => `${numberOf(at)} 0 R`).join(' ');
  const root = [
    { number: 1, body: Buffer.from('<< /Type /Catalog /Pages 2 0 R >>') },
    { number: 2, body: Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`) },
  ];
  return assemble([...root, ...objects]);
}

const dictionary = '/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';

const stream = (entries: string, data: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);

/** Objects are numbered from 1 without gaps. */
function assemble(objects: readonly { number: number; body: Buffer }[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const rows = ['0000000000 65535 f '];
  let length = parts[0]?.length ?? 0;
  for (const { number, body } of objects) {
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    rows.push(`${String(length).padStart(10, '0')} 00000 n `);
    parts.push(object);
    length += object.length;
  }
  const trailer = `trailer << /Size ${rows.length} /Root 1 0 R >>`;
  parts.push(Buffer.from(`xref\n0 ${rows.length}\n${rows.join('\n')}\n${trailer}\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}
