/** A tab's line to the worker that all tabs share. */

/** Of what tabs and worker say to each other; tabs of another version get a worker of their own. */
const VERSION = 1;

/**
 * @param {string} id of this tab
 * @param {(message: object) => void} hear
 * @param {() => void} failed run if the worker cannot be had
 * @returns {{say: (said: object) => void, close: () => void}}
 */
export function shared(id, hear, failed) {
  const worker = new SharedWorker(new URL('./worker.js', import.meta.url), {
    type: 'module',
    name: `live-ticker ${VERSION}`,
  });
  worker.onerror = failed;
  worker.port.onmessage = (event) => hear(event.data);
  return {
    say: (said) => worker.port.postMessage({ from: id, said }),
    close() {
      worker.onerror = null;
      worker.port.close();
    },
  };
}
