export interface JpegHead {
  width: number;
  height: number;
  /** 1 grey, 3 colours, 4 inks. */
  components: number;
  /** In degrees, clockwise: how the picture is to be turned to stand upright, as the camera wrote it down. */
  turn: number;
}

const turns: Record<number, number> = { 3: 180, 6: 90, 8: 270 };

/** Size and orientation of a JPEG (ITU-T T.81 B.2, Exif 2.3); null where it has no frame. */
export function jpegHead(bytes: Buffer): JpegHead | null {
  let turn = 0;
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const body = bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2));
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (marker === 0xe1 && body.toString('latin1', 0, 6) === 'Exif\0\0') turn = turnOf(body.subarray(6));
    if (isFrame && body.length >= 6) {
      return { height: body.readUInt16BE(1), width: body.readUInt16BE(3), components: body[5] ?? 0, turn };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** The orientation is entry 0x0112 of the first directory. */
function turnOf(tiff: Buffer): number {
  if (tiff.length < 10) return 0;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => {
    if (at + 2 > tiff.length) return 0;
    return isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  };
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(short(start), 200); entry++) {
    const at = start + 2 + entry * 12;
    if (short(at) === 0x0112) return turns[short(at + 8)] ?? 0;
  }
  return 0;
}
