// What can be read before the app has come, which stands in index.html: the overview's promises in Chinese, for whoever
// opens the page without asking for anything else. The app takes its place (look.rs).

/** Leaves it standing, in the light that was chosen, or takes it away where something else was asked for. */
export function first() {
  const page = document.getElementById('first');
  if (!page) return;
  const { lang = 'zh-CN', theme = 'auto', large = false } = preferences();
  if (location.hash.length > 2 || lang !== 'zh-CN') {
    page.remove();
    document.getElementById('opening').hidden = false;
    return;
  }
  const asks = (query) => matchMedia(query).matches;
  const ofSystem = asks('(prefers-contrast: more)') ? 'contrast' : asks('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme === 'auto' ? ofSystem : theme;
  document.documentElement.dataset.size = large ? 'large' : 'default';
}

function preferences() {
  try {
    // Written by local.rs; where the browser forbids it, or a later version wrote it, as if there were none.
    return JSON.parse(localStorage.getItem('plan-tracker.preferences'))?.value ?? {};
  } catch {
    return {};
  }
}
