// On a phone a row of a table is a block, each cell below the other: there a cell carries the head of its column, which
// the style sheet writes before it. One place for every table, however often its page draws it anew.

const TABLES = '.table-frame table, .paper-table table';

export function labelRows() {
  const narrow = matchMedia('(max-width: 719px)');
  let waiting = false;
  const soon = () => {
    if (waiting || !narrow.matches) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      for (const table of document.querySelectorAll(TABLES)) label(table);
    });
  };
  // What is written here are attributes, which are not watched: it does not call itself.
  new MutationObserver(soon).observe(document.body, { childList: true, characterData: true, subtree: true });
  narrow.addEventListener('change', soon);
}

function label(table) {
  const heads = [];
  for (const head of table.tHead?.rows[0]?.cells ?? []) {
    for (let column = 0; column < head.colSpan; column += 1) heads.push(head.textContent.trim());
  }
  for (const body of table.tBodies) {
    for (const row of body.rows) {
      let column = 0;
      for (const cell of row.cells) {
        const head = heads[column] ?? '';
        if (cell.tagName === 'TD' && cell.dataset.label !== head) cell.dataset.label = head;
        column += cell.colSpan;
      }
    }
  }
}
