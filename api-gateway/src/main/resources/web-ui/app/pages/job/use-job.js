// A job as it goes on: its record, its events as they happen, and its curves.
import { useEffect, useRef, useState } from '../../view.js';
import { get, useGet } from '../../api/client.js';
import { follow } from '../../api/live.js';
import { continued, loadCurves } from './curves.js';

const NO_CURVES = new Map();
const KEPT = 2000;

export const ended = (job) => ['succeeded', 'failed', 'cancelled'].includes(job.state);
const untilEnded = (job) => (job && ended(job) ? 0 : 1500);

/** {job, run, curves, loaded, events, connection, error, change, again}: connection is open, lost or ended; after again() the log of a job that had ended goes on. */
export function useJob(id) {
  const path = `/api/v1/jobs/${id}`;
  const record = useGet(path, { every: untilEnded });
  const [events, setEvents] = useState([]);
  const [measured, setMeasured] = useState({ run: null, curves: NO_CURVES, loaded: false });
  const [connection, setConnection] = useState('open');
  const [round, setRound] = useState(0);
  const isOver = record.data ? ended(record.data) : false;

  const load = useRef();
  load.current = async () => {
    const run = await get(`${path}/metrics`).catch(() => null);
    if (run) setMeasured((old) => ({ ...old, run }));
    const curves = run && await loadCurves(id, run).catch(() => null);
    setMeasured((old) => ({ ...old, loaded: true, ...(curves && { curves: longer(curves, old.curves) }) }));
  };
  // There is no run before the first step.
  const known = Boolean(record.data);
  const stepped = record.data?.progress?.step > 0;
  useEffect(() => {
    if (stepped) load.current();
    else if (known) setMeasured((old) => ({ ...old, loaded: true }));
  }, [id, isOver, known, stepped]);

  // The log is long; what most look at first is there before it.
  const { loaded } = measured;
  useEffect(() => {
    if (!loaded) return undefined;
    let stop = () => {};
    let gone = false;
    (async () => {
      const past = await pastEvents(path).catch(() => []);
      if (gone) return;
      setEvents(past);
      stop = follow(`${path}/events`, {
        lastId: past.at(-1)?.id ?? 0,
        onConnection: setConnection,
        onEvents: (more) => {
          setEvents((old) => [...old, ...more].slice(-KEPT));
          setMeasured((old) => ({ ...old, curves: continued(old.curves, more) }));
          if (more.some((event) => event.type === 'state')) record.reload();
        },
      });
    })();
    return () => {
      gone = true;
      stop();
    };
  }, [id, round, loaded]);

  const again = () => {
    setRound((before) => before + 1);
    record.reload();
  };

  return { ...record, job: record.data, ...measured, events, connection, change: record.reload, again };
}

/** Of each curve what was loaded, and what events have said beyond its end meanwhile. */
function longer(loaded, told) {
  const all = new Map(loaded);
  for (const [name, points] of told) {
    const known = loaded.get(name) ?? [];
    const end = known.at(-1)?.[0] ?? -1;
    all.set(name, [...known, ...points.filter(([step]) => step > end)]);
  }
  return all;
}

async function pastEvents(path) {
  const events = [];
  let after = 0;
  for (;;) {
    const page = await get(`${path}/events?after=${after}&limit=100`);
    events.push(...page.items);
    if (!page.next) return events.slice(-KEPT);
    after = page.next;
  }
}
