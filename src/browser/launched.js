/** Calls `then` with the files that the system opens this app with, where it is installed and the browser can. */
export function onLaunched(then) {
  window.launchQueue?.setConsumer(async ({ files = [] }) => {
    const opened = await Promise.all(files.map((file) => file.getFile().catch(() => undefined)));
    const found = opened.filter(Boolean);
    if (found.length > 0) then(found);
  });
}
