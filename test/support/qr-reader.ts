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
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let binary = '';
    for (const byte of data) binary += String.fromCharCode(byte);
    return { width: canvas.width, height: canvas.height, data: btoa(binary) };
  }, png.toString('base64'));
  const data = new Uint8ClampedArray(Buffer.from(pixels.data, 'base64'));
  return (jsQR as unknown as typeof jsQR.default)(data, pixels.width, pixels.height)?.data ?? null;
}
