// The page in one file has a block near its top for data that it carries: text that no browser runs.
const OPEN = '<script type="application/json" id="carried">';
const CLOSE = '</script>';

/** The page in one file from its template and its packed parts, carrying nothing. */
export const fill = (template, payload) => template.replace('%PAYLOAD%', () => payload);

/**
 * The page in one file `source` with the JSON `text` in its block, in place of what it carried. A file without the
 * block is not this page.
 */
export function carry(source, text) {
  const start = source.indexOf(OPEN) + OPEN.length;
  const end = source.indexOf(CLOSE, start);
  if (start < OPEN.length || end < 0) throw new Error('this file has no block for data');
  // In JSON this sign stands inside texts alone: written so, none of them can end the block.
  return source.slice(0, start) + text.replaceAll('<', '\\u003c') + source.slice(end);
}
