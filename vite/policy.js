// The security policy stands in index.html, as strict as it is published. Vite's dev server could not work under it:
// it writes styles into the page and speaks to it through a web socket.
export function relaxedPolicyInDev() {
  return {
    name: 'relaxed-policy-in-dev',
    apply: 'serve',
    transformIndexHtml(html) {
      return html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:");
    },
  };
}
