// The line that is shown until the app takes it away.
const opening = () => document.getElementById('opening');

/** Says why the page could not start: plain text, so that it works when nothing else does. */
export function notOpened(error) {
  console.error(error);
  const lines = [
    ['zh-Hans', '网页没能打开。请刷新一次；仍不行时，请换用较新的浏览器（Chrome、Edge、Firefox 或 Safari，2023 年以后的版本）。'],
    ['en', 'The page could not start. Please reload it; if that does not help, use a newer browser (Chrome, Edge, Firefox or Safari from 2023 or later).'],
    ['en', String(error)],
  ];
  opening().replaceChildren(
    ...lines.map(([lang, text]) => {
      const line = document.createElement('span');
      line.lang = lang;
      line.style.display = 'block';
      line.textContent = text;
      return line;
    }),
  );
  opening().setAttribute('role', 'alert');
  opening().hidden = false;
}
