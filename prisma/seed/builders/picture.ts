import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];
type Box = readonly [x: number, y: number, width: number, height: number, colour: Colour];

const WIDTH = 480;
const HEIGHT = 300;
const WALL: Colour = [214, 219, 226];
const FLOOR: Colour = [176, 166, 150];
const DARK: Colour = [62, 70, 84];

/** What a drawn screenshot shows: boxes on a room, and the place that was made unrecognisable. */
export interface Drawing {
  boxes: readonly Box[];
  /** Left, top, size in pixels of the mosaic over a face or a name. */
  masked: readonly (readonly [number, number, number])[];
}

/** Three drawn stand-ins for screenshots; nobody and nothing real is in them. */
export const DRAWINGS = {
  queueOfChildren: {
    boxes: [
      [60, 150, 46, 110, [226, 154, 96]],
      [150, 158, 44, 102, [126, 168, 132]],
      [236, 156, 44, 104, [120, 146, 190]],
      [330, 96, 58, 164, DARK],
    ],
    masked: [
      [62, 104, 42],
      [151, 112, 42],
      [237, 110, 42],
      [336, 50, 46],
    ],
  },
  lunchTray: {
    boxes: [
      [90, 110, 300, 150, [236, 238, 240]],
      [112, 132, 120, 100, [196, 132, 82]],
      [250, 132, 116, 46, [136, 164, 92]],
      [250, 188, 116, 46, [232, 222, 190]],
      [156, 170, 26, 4, [92, 96, 102]],
      [168, 164, 4, 22, [92, 96, 102]],
    ],
    masked: [[400, 250, 40]],
  },
  schoolBus: {
    boxes: [
      [40, 90, 400, 140, [230, 186, 62]],
      [64, 108, 70, 56, DARK],
      [148, 108, 70, 56, DARK],
      [232, 108, 70, 56, DARK],
      [316, 108, 70, 56, DARK],
      [96, 216, 54, 40, [44, 48, 56]],
      [320, 216, 54, 40, [44, 48, 56]],
    ],
    masked: [
      [80, 116, 36],
      [164, 116, 36],
      [248, 116, 36],
      [216, 206, 48],
    ],
  },
} satisfies Record<string, Drawing>;

/** A drawing as a PNG file, masked where it says so. */
export function picture({ boxes, masked }: Drawing): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  const fill = (left: number, top: number, width: number, height: number, colour: Colour) => {
    for (let y = top; y < Math.min(top + height, HEIGHT); y += 1) {
      for (let x = left; x < Math.min(left + width, WIDTH); x += 1) {
        pixels.set(colour, (y * WIDTH + x) * 3);
      }
    }
  };
  fill(0, 0, WIDTH, HEIGHT, WALL);
  fill(0, 230, WIDTH, HEIGHT - 230, FLOOR);
  for (const [x, y, width, height, colour] of boxes) fill(x, y, width, height, colour);
  for (const [left, top, size] of masked) mosaic(left, top, size, fill);
  return png(pixels);
}

type Fill = (x: number, y: number, width: number, height: number, colour: Colour) => void;

function mosaic(left: number, top: number, size: number, fill: Fill): void {
  const tile = Math.ceil(size / 5);
  for (let index = 0; index < 25; index += 1) {
    const shade = 120 + ((index * 47) % 90);
    const [column, row] = [index % 5, Math.floor(index / 5)];
    fill(left + column * tile, top + row * tile, tile, tile, [shade, shade - 8, shade - 18]);
  }
}

/** Eight bits per channel, RGB, no interlace (PNG specification, W3C). */
function png(pixels: Buffer): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(y * WIDTH * 3, (y + 1) * WIDTH * 3)]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
