import jsQR from 'jsqr';
import type { Locator } from 'playwright-core';

/** Reads the QR code in what is seen on a page, as a phone's camera would. */
export async function readQr(place: Locator): Promise<string | null> {
  const png = await place.screenshot();
  const page = place.page();
  const pixels = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    // One byte a pixel, in long pieces: the picture goes through as text.
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const greys = Uint8Array.from({ length: data.length / 4 }, (_, pixel) => data[pixel * 4 + 1] as number);
    const pieces: string[] = [];
    for (let at = 0; at < greys.length; at += 32_768)
      pieces.push(String.fromCharCode(...greys.subarray(at, at + 32_768)));
    return { width: canvas.width, height: canvas.height, greys: btoa(pieces.join('')) };
  }, png.toString('base64'));
  const greys = Buffer.from(pixels.greys, 'base64');
  const data = new Uint8ClampedArray(greys.length * 4).fill(255);
  for (const [pixel, grey] of greys.entries()) data.fill(grey, pixel * 4, pixel * 4 + 3);
  return (jsQR as unknown as typeof jsQR.default)(data, pixels.width, pixels.height)?.data ?? null;
}
