// Text as signs that an address takes: deflated, then base64 with the two signs that addresses know.

// More than this nobody puts into a link; what unpacks to more is not gone on with.
const MOST = 200_000;

/** The signs for a text. */
export async function pack(text) {
  const bytes = new Uint8Array(await new Response(through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))).arrayBuffer());
  const signs = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return signs.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text of such signs; rejects what is none, or unpacks to too much. */
export async function unpack(signs) {
  const bytes = Uint8Array.from(atob(signs.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  const reader = through(bytes, new DecompressionStream('deflate-raw')).getReader();
  const parts = [];
  let length = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    length += value.length;
    if (length > MOST) {
      await reader.cancel();
      throw new Error('unpacks to too much');
    }
    parts.push(value);
  }
  return new Blob(parts).text();
}

const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);
