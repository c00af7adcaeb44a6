// Stands in for `get-pixels`, which `escpos` loads only to print image files. We never do.
module.exports = () => {
  throw new Error('printing image files is not supported');
};
