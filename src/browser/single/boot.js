// Opens the page in one file: unpacks what `cargo xtask build` has packed into it, and hands it to the app's script.
// The security policy names the digest of this script, of the style sheet and of the app's script, and no other runs.
import xz from 'xz-decompress';
import { notOpened } from '../opening.js';
import { trust } from '../trusted.js';

open().catch(notOpened);

async function open() {
  const payload = text('payload');
  // As xtask/src/build/single.rs packs them.
  const { style, app, template, worker, ...binary } = parts(await inflate(bytes(payload)));
  const utf8 = new TextDecoder();
  globalThis.planFile = {
    ...binary,
    template: utf8.decode(template),
    worker: utf8.decode(worker),
    payload,
    carried: text('carried'),
    host: text('host'),
  };
  insert('style', utf8.decode(style));
  const script = utf8.decode(app);
  trust(script);
  insert('script', script);
}

function text(id) {
  return document.getElementById(id).textContent.trim();
}

function insert(name, content) {
  const element = document.createElement(name);
  element.textContent = content;
  document.head.append(element);
}

// Five signs stand for four bytes: digits of base 85, the first the highest. Their alphabet stands before them.
function bytes(payload) {
  const alphabet = payload.slice(0, 85);
  const digit = new Uint8Array(128);
  for (let at = 0; at < 85; at++) digit[alphabet.charCodeAt(at)] = at;
  const view = new DataView(new ArrayBuffer(((payload.length - 85) / 5) * 4));
  for (let from = 85, to = 0; from < payload.length; from += 5, to += 4) {
    let value = 0;
    for (let at = from; at < from + 5; at++) value = value * 85 + digit[payload.charCodeAt(at)];
    view.setUint32(to, value);
  }
  return view.buffer;
}

// The last signs stand for up to three bytes too many, which nothing may have after its end: the first four bytes say
// how many there are.
async function inflate(packed) {
  const length = new DataView(packed).getUint32(0);
  const stream = new xz.XzReadableStream(new Blob([new Uint8Array(packed, 4, length)]).stream());
  return new Response(stream).arrayBuffer();
}

// Parts, each after its length; the first holds the names of the others in JSON.
function parts(inflated) {
  const lengths = new DataView(inflated);
  let from = 0;
  const take = () => {
    const length = lengths.getUint32(from);
    const part = new Uint8Array(inflated, from + 4, length);
    from += 4 + length;
    return part;
  };
  const names = JSON.parse(new TextDecoder().decode(take()));
  return Object.fromEntries(names.map((name) => [name, take()]));
}
