// `cargo xtask serve` holds the other end of the input: when it is gone, however it ended, so is the server.
export function stopWithInput() {
  const watchInput = () => {
    if (process.env.STOP_WITH_INPUT) process.stdin.on('end', () => process.exit()).resume();
  };
  return { name: 'stop-with-input', configureServer: watchInput, configurePreviewServer: watchInput };
}
