const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in markup, attributes included. */
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
