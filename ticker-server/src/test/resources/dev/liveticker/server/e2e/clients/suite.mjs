// Runs cases one after the other and says of each whether it passed, a line each.

const PATIENCE = 15_000;
const cases = [];

export function test(name, run) {
  cases.push({ name, run });
}

/** The first value that an emitter's event brings and that is wanted. */
export function heard(emitter, event, wanted = () => true) {
  return new Promise((resolve) => {
    const listener = (value) => {
      if (wanted(value)) {
        emitter.off(event, listener);
        resolve(value);
      }
    };
    emitter.on(event, listener);
  });
}

export async function run() {
  let failed = 0;
  for (const { name, run } of cases) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("took too long")), PATIENCE);
    });
    try {
      await Promise.race([run(), late]);
      console.log(`ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok ${name}: ${error.stack.replaceAll("\n", " ")}`);
    } finally {
      clearTimeout(timer);
    }
  }
  process.exit(failed === 0 ? 0 : 1);
}
