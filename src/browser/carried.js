// The page in one file has blocks near its top for data that it carries: text that no browser runs.
const CLOSE = '</script>';

/** The page in one file from its template and its packed parts; its blocks are to be filled by `carry`. */
export const fill = (template, payload) => template.replace('%PAYLOAD%', () => payload);

/**
 * The page in one file `source` with the JSON `text` in the block of what a visitor saved, and `host` in that of the
 * host's own files, in place of what they carried. A file without the blocks is not this page.
 */
export const carry = (source, text, host) => put(put(source, 'carried', text), 'host', host);

function put(source, id, text) {
  const open = `<script type="application/json" id="${id}">`;
  const start = source.indexOf(open) + open.length;
  const end = source.indexOf(CLOSE, start);
  if (start < open.length || end < 0) throw new Error('this file has no block for data');
  // In JSON this sign stands inside texts alone: written so, none of them can end the block.
  return source.slice(0, start) + text.replaceAll('<', '\\u003c') + source.slice(end);
}
