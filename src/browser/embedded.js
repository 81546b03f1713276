/** Tells the page around this one how high it is, now and whenever that changes; a page that stands alone tells nobody. */
export function tellHeight() {
  if (window.parent === window) return;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // Whoever embeds it may know: a height gives nothing away.
    window.parent.postMessage({ type: 'plan-tracker-height', height }, '*');
  };
  new ResizeObserver(tell).observe(document.body);
}
