// The figures that the app carries, as the import left them when the page was built. The published ones are on their way
// before the module asks for them; the example comes when it is wanted.
import { figures } from './delivery.js';

const reference = figures('reference');
// Whoever asks for them is told.
reference.catch(() => {});

/** The bytes of `reference` or `example`, none of them where the city has no such figures. */
export const bundled = (name) => (name === 'reference' ? reference : figures(name));
