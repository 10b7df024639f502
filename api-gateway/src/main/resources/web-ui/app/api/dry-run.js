// What the server says of an input before it is meant.
import { useEffect, useState } from '../view.js';
import { post, Problem } from './client.js';

const REST = 400;

/** {estimate, problem, asking}: asked again whenever the input has rested for a moment; what was said before stays until then. */
export function useDryRun(path, input, complete) {
  const [said, setSaid] = useState({ estimate: null, problem: null, asking: false });
  const text = JSON.stringify(input);
  useEffect(() => {
    if (!complete) {
      setSaid({ estimate: null, problem: null, asking: false });
      return undefined;
    }
    const abort = new AbortController();
    setSaid((old) => ({ ...old, asking: true }));
    const timer = setTimeout(async () => {
      try {
        const estimate = await post(`${path}?dryRun=true`, input, { signal: abort.signal });
        setSaid({ estimate, problem: null, asking: false });
      } catch (error) {
        if (error instanceof Problem) setSaid({ estimate: null, problem: error, asking: false });
      }
    }, REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, text, complete]);
  return said;
}
