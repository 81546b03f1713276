// Starts the page: loads the WebAssembly module, whose start function mounts the app.
import init from '@wasm/app.js';
import address from '@wasm/app_bg.wasm?url';
import { watch } from './stopped.js';

const opening = document.getElementById('opening');

watch();

try {
  await init({ module_or_path: address });
  opening.remove();
} catch (error) {
  console.error(error);
  explain(error);
}

// Plain text, so that it works when nothing else does.
function explain(error) {
  const lines = [
    ['zh-Hans', '网页没能打开。请刷新一次；仍不行时，请换用较新的浏览器（Chrome、Edge、Firefox 或 Safari，2022 年以后的版本）。'],
    ['en', 'The page could not start. Please reload it; if that does not help, use a newer browser (Chrome, Edge, Firefox or Safari from 2022 or later).'],
    ['en', String(error)],
  ];
  opening.replaceChildren(
    ...lines.map(([lang, text]) => {
      const line = document.createElement('span');
      line.lang = lang;
      line.style.display = 'block';
      line.textContent = text;
      return line;
    }),
  );
  opening.setAttribute('role', 'alert');
}
