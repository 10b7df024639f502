// The key that this window shows at the API, where one is asked for; it is forgotten with the window.
import { useEffect, useState } from '../view.js';

const NAME = 'key';
const listeners = new Set();
let refused = false;

const tell = () => listeners.forEach((listener) => listener());

export const hasKey = () => sessionStorage.getItem(NAME) !== null;

/** The header that shows the key; none without one. */
export function authorization() {
  const key = sessionStorage.getItem(NAME);
  return key ? { Authorization: `Bearer ${key}` } : {};
}

/** Called when the API asks for a key, or for another one. */
export function keyRefused() {
  refused = true;
  tell();
}

export function signIn(key) {
  sessionStorage.setItem(NAME, key);
  refused = false;
  tell();
}

export function signOut() {
  sessionStorage.removeItem(NAME);
  refused = true;
  tell();
}

/** Whether a key has to be given before anything else. */
export function useKeyNeeded() {
  const [needed, setNeeded] = useState(refused);
  useEffect(() => {
    const listener = () => setNeeded(refused);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return needed;
}
