// The reader's choice of theme, kept in this browser; the stylesheet does the rest.
const ORDER = ['system', 'light', 'dark'];

export const theme = () => document.documentElement.dataset.theme ?? 'system';

/** Chooses the next theme and answers its name. */
export function nextTheme() {
  const next = ORDER[(ORDER.indexOf(theme()) + 1) % ORDER.length];
  if (next === 'system') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem('theme');
  } else {
    document.documentElement.dataset.theme = next;
    localStorage.setItem('theme', next);
  }
  dispatchEvent(new Event('theme'));
  return next;
}

/** Calls back when colours change, by the reader or the system; answers how to stop. */
export function onTheme(listener) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  addEventListener('theme', listener);
  system.addEventListener('change', listener);
  return () => {
    removeEventListener('theme', listener);
    system.removeEventListener('change', listener);
  };
}

const probe = document.createElement('i');
probe.hidden = true;

/** The colour that a token stands for at the moment, for canvas: colour('series-1'). */
export function colour(token) {
  if (!probe.isConnected) document.body.append(probe);
  probe.style.color = `var(--${token})`;
  return getComputedStyle(probe).color;
}
