// What is shown when the app has stopped for good: after a fault inside the WebAssembly module nothing in it may be
// called again. So this file needs nothing of it: it says what happened, offers what is kept on the device, and
// starts the page anew.

const STORE = 'plan-tracker';
let shown = false;

// Shows the page of last resort when the module faults, wherever that happens.
export function watch() {
  addEventListener('error', ({ error }) => fault(error));
  addEventListener('unhandledrejection', ({ reason }) => fault(reason));
}

function fault(error) {
  if (error instanceof WebAssembly.RuntimeError && !shown) {
    shown = true;
    show(error).catch(console.error);
  }
}

async function show(error) {
  const kept = element('ul');
  const told = element('p', '正在查找保存在这台设备上的文件……', 'Looking for the files kept on this device…');
  const page = element('main');
  page.className = 'stopped stack reading';
  page.setAttribute('role', 'alert');
  page.append(
    element('h1', '程序出错，已经停下', 'The app has stopped'),
    element(
      'p',
      '这是程序的错，不是您的文件或操作的错。您可以先保存已载入的文件，再重新打开。',
      'The fault is the app’s, not yours or your files’. You can save what is loaded, then open it again.',
    ),
    told,
    kept,
    actions(),
    element('p', `错误信息：${error.message}`, `Error: ${error.message}`),
  );
  document.body.replaceChildren(page);
  const files = await storedFiles();
  const some = ['已载入的内容仍在这台设备上，点名字即可另存：', 'What is loaded is still on this device; choose a name to save it:'];
  const none = ['这台设备上没有保存的文件。', 'No files are kept on this device.'];
  told.replaceChildren(...spans(...(files.length > 0 ? some : none)));
  kept.append(...files.map(saving));
}

function actions() {
  const again = element('button', '重新打开这一页', 'Open this page again');
  again.type = 'button';
  again.addEventListener('click', () => location.reload());
  // The address may be what it stumbles over.
  const start = element('button', '回到首页重新开始', 'Start over at the first page');
  start.type = 'button';
  start.addEventListener('click', () => {
    location.hash = '';
    location.reload();
  });
  const row = element('p');
  row.className = 'row';
  row.append(again, start);
  return row;
}

// One file to save, by its name.
function saving({ name, content }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.textContent = name;
  const item = document.createElement('li');
  item.append(link);
  return item;
}

// Everything in the database as files to save; none where the browser keeps none, or does not answer.
function storedFiles() {
  const stored = new Promise((resolve) => {
    const opening = indexedDB.open(STORE);
    // Looking must not found a store: the app would take the empty one for its own.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => resolve([]);
    opening.onsuccess = () => {
      const db = opening.result;
      db.onversionchange = () => db.close();
      const names = ['files', 'entries'].filter((name) => db.objectStoreNames.contains(name));
      if (names.length === 0) {
        resolve([]);
        return;
      }
      const reading = db.transaction(names);
      const found = {};
      names.forEach((name) => {
        reading.objectStore(name).getAll().onsuccess = ({ target }) => {
          found[name] = target.result;
        };
      });
      reading.onabort = () => resolve([]);
      reading.oncomplete = () => resolve([...brought(found.files), ...entered(found.entries)]);
    };
  });
  const patience = new Promise((resolve) => setTimeout(() => resolve([]), 5_000));
  return Promise.race([stored, patience]).catch(() => []);
}

// The files as they were brought.
const brought = (files = []) => files.map(({ name, bytes }) => ({ name, content: bytes }));

// Everything else, what was recorded and chosen, as it is stored: one file that is told apart by its shelves.
const entered = (entries = []) =>
  entries.length > 0 ? [{ name: 'entries.json', content: JSON.stringify(entries, null, 2) }] : [];

function element(name, zh, en) {
  const made = document.createElement(name);
  made.append(...(zh ? spans(zh, en) : []));
  return made;
}

// Both languages: the choice of one may be part of what went wrong.
function spans(zh, en) {
  return [
    ['zh-Hans', zh],
    ['en', en],
  ].map(([lang, text]) => {
    const line = document.createElement('span');
    line.lang = lang;
    line.textContent = text;
    return line;
  });
}
