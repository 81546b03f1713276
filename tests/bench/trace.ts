// The long tasks of the page's main thread, out of a trace of Chromium: how long each was, and what it was spent on.
import type { Browser, Page } from '@playwright/test';

/** A task of more than 50 ms: the moment of the visit that it belongs to, and milliseconds by what they were spent on. */
export interface LongTask {
  moment: string;
  time: number;
  parts: Record<string, number>;
}

interface TraceEvent {
  name: string;
  cat: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  args?: { name?: string };
}

const LONG = 50_000;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'blink.user_timing', '__metadata'];
const MOMENT = 'moment: ';
/** What events are about, by how their names begin; an event of no kind belongs to the one that it is part of. */
const KINDS: [kind: string, names: RegExp][] = [
  ['memory', /^(MajorGC|MinorGC|V8\.GC)/],
  ['style and layout', /^(UpdateLayoutTree|Layout|ScheduleStyleRecalculation|ParseHTML|IntersectionObserver)/],
  ['painting', /^(Paint|PrePaint|Layerize|Commit|UpdateLayerTree|RasterTask)/],
  ['script', /^(FunctionCall|EvaluateScript|RunMicrotasks|TimerFire|FireAnimationFrame|EventDispatch|v8\.|V8\.|wasm)/],
];

export const startTrace = (browser: Browser, page: Page) => browser.startTracing(page, { categories: CATEGORIES });

/** From here on tasks belong to that moment. */
export const moment = (page: Page, name: string) => page.evaluate((mark) => void performance.mark(mark), MOMENT + name);

/** Ends the trace, and finds its long tasks. */
export async function stopTrace(browser: Browser): Promise<LongTask[]> {
  const text = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  return longTasks(traceEvents);
}

function longTasks(events: TraceEvent[]): LongTask[] {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const byTime = events.filter(isMain).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const marks = byTime.filter(({ name }) => name.startsWith(MOMENT));
  const tasks = byTime.filter(({ name, dur = 0 }) => name === 'RunTask' && dur > LONG);
  return tasks.flatMap((task) => {
    // A task that sets the mark belongs to it.
    const mark = marks.findLast(({ ts }) => ts <= task.ts + task.dur!);
    if (!mark) return [];
    const inside = byTime.filter((event) => event.pid === task.pid && isPart(event, task));
    return { moment: mark.name.slice(MOMENT.length), time: task.dur! / 1e3, parts: spent(task, inside) };
  });
}

const isPart = (part: TraceEvent, whole: TraceEvent) =>
  part !== whole && part.dur !== undefined && part.ts >= whole.ts && part.ts + part.dur <= whole.ts + whole.dur!;

/** The time of a task by kind: of each event what none of its parts took. */
function spent(task: TraceEvent, inside: TraceEvent[]): Record<string, number> {
  const parts: Record<string, number> = {};
  const add = (kind: string, time: number) => (parts[kind] = (parts[kind] ?? 0) + time / 1e3);
  const open: { event: TraceEvent; kind: string }[] = [{ event: task, kind: 'other' }];
  add('other', task.dur!);
  for (const event of inside) {
    while (open.length > 1 && !isPart(event, open.at(-1)!.event)) open.pop();
    const above = open.at(-1)!.kind;
    const kind = KINDS.find(([, names]) => names.test(event.name))?.[0] ?? above;
    add(above, -event.dur!);
    add(kind, event.dur!);
    open.push({ event, kind });
  }
  return parts;
}
