// What turns a text into a part of the page or into a script: where the browser asks (Trusted Types), it is let through
// only as the page itself is made: markup without anything that runs, workers of the page's own, no script but one.
const RUNS = /<\s*(script|iframe|frame|object|embed|base|meta|link)\b|[\s"'/]on[a-z]+\s*=|javascript:/i;

let script;

/** Lets the text of one script through: the page in one file has its own unpacked. */
export function trust(text) {
  script = text;
}

globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (text) => (RUNS.test(text) ? null : text),
  createScript: (text) => (text === script ? text : null),
  createScriptURL: (text) => (isOwn(new URL(text, location.href)) ? text : null),
});

// A worker of the page in one file comes from memory.
function isOwn({ protocol, origin }) {
  return protocol === 'blob:' || (protocol.startsWith('http') && origin === location.origin);
}
