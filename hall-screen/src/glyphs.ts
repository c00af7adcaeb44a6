/**
 * Whether this machine can draw Chinese. Without a font every Hanzi is the same empty box, so two
 * that differ greatly come out pixel for pixel alike.
 */
export function canDrawHanzi(): boolean {
  const pictures = ['一', '龘'].map((hanzi) => {
    const canvas = document.createElement('canvas');
    canvas.width = 48;
    canvas.height = 48;
    const pen = canvas.getContext('2d');
    if (!pen) return null;
    pen.font = `32px ${getComputedStyle(document.body).fontFamily}`;
    pen.textBaseline = 'top';
    pen.fillText(hanzi, 4, 4);
    return canvas.toDataURL();
  });
  // No canvas, no verdict: better silent than wrong.
  return pictures[0] === null || pictures[0] !== pictures[1];
}
