// Draws charts with ECharts. The page's Rust code decides what is drawn and every text in it; this file only hands it
// over. ECharts is the heaviest part of the download, so it comes when the first chart is to be drawn.
import { drawing } from './delivery.js';

let loading;

// A failed download may be tried again.
function load() {
  loading ??= drawing().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

// One chart in one element of the page. `onLook` is told the element's size and look, as JSON, at the start and whenever
// either changes; it is for the page to draw again then.
export class Surface {
  #host;
  #chart;
  #drawing;
  // The drawing that stands there, in the look that it has.
  #drawn;
  #isGone = false;
  #look = '';
  #waiting = false;
  #stop = [];

  constructor(host, names, onLook) {
    this.#host = host;
    const tell = () => {
      this.#waiting = false;
      // What nobody sees, in a closed fold, is drawn when it is opened. Browsers that cannot tell draw it now.
      if (host.clientWidth === 0 || host.checkVisibility?.() === false) {
        return;
      }
      const look = JSON.stringify(readLook(host, names));
      if (look !== this.#look) {
        this.#look = look;
        this.#drawn = undefined;
        onLook(look);
      }
    };
    // Drawing takes long on a phone: what was asked for beside the chart is shown first.
    const tellSoon = () => {
      if (!this.#waiting) {
        this.#waiting = true;
        afterPaint(() => this.#isGone || tell());
      }
    };
    this.#stop = [onResize(host, tellSoon), onRestyle(tellSoon), onUnfold(tellSoon), onPaper(tell)];
  }

  // Draws what `json` describes in place of what was drawn before. False when it was overtaken by a newer drawing.
  async draw(json) {
    // What was to be drawn when the page was left must not be drawn on a place that nobody clears any more.
    if (this.#isGone) {
      return false;
    }
    // What the page works out anew is mostly what stands there already.
    if (json === this.#drawn) {
      return true;
    }
    this.#drawn = undefined;
    const drawing = JSON.parse(json);
    this.#drawing = drawing;
    const { init } = await load();
    if (this.#drawing !== drawing) {
      return false;
    }
    const size = { width: this.#host.clientWidth, height: this.#host.clientHeight };
    this.#chart ??= init(this.#host, null, { renderer: 'svg', ...size });
    // Not the chart's own way to be resized, which draws what stood there once more.
    this.#chart.getZr().resize(size);
    this.#chart.setOption(complete(drawing), { notMerge: true });
    this.#scaleInPrint(size);
    this.#drawn = json;
    return true;
  }

  // Shows the notes of the year at `index` and lifts the point of the line at `track`.
  point(track, index) {
    const chart = this.#chart;
    if (!chart) {
      return;
    }
    const x = chart.convertToPixel({ xAxisIndex: 0 }, index);
    chart.dispatchAction({ type: 'showTip', x, y: this.#host.clientHeight / 3 });
    chart.dispatchAction({ type: 'downplay' });
    chart.dispatchAction({ type: 'highlight', seriesIndex: this.#drawing.tracks[track], dataIndex: index });
  }

  // Takes away what `point` showed.
  leave() {
    this.#chart?.dispatchAction({ type: 'hideTip' });
    this.#chart?.dispatchAction({ type: 'downplay' });
  }

  dispose() {
    this.#isGone = true;
    this.#drawing = undefined;
    this.#stop.forEach((stop) => stop());
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  // Paper is narrower than a screen: with a view box the style sheet can shrink the picture.
  #scaleInPrint({ width, height }) {
    this.#host.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
  }
}

// Adds to an option what charming has no words for.
function complete({ option, description, ticks, notes, ink, page, font, text }) {
  const { min, interval } = option.yAxis ?? {};
  if (ticks.length > 0) {
    option.yAxis.axisLabel.formatter = (value) => ticks[Math.round((value - min) / interval)] ?? '';
  }
  if (option.tooltip) {
    Object.assign(option.tooltip, {
      // HTML tooltips carry inline styles, which the page's security policy refuses.
      renderMode: 'richText',
      confine: true,
      textStyle: { color: ink, fontFamily: font, fontSize: text, lineHeight: text * 1.5 },
      formatter: (points) => note(notes[place(points[0])] ?? [], points),
    });
  }
  for (const series of option.series ?? []) {
    if (series.stack) {
      // A band may reach below zero.
      series.stackStrategy = 'all';
    }
    if (series.label) {
      Object.assign(series.label, { textBorderColor: page, textBorderWidth: 3 });
    }
  }
  option.aria.label = { description };
  return option;
}

// The place along the axis of a point: upright lines and labels tell it in their value, a measured series has one
// point for each year.
function place({ value, dataIndex }) {
  return Array.isArray(value) ? value[0] : dataIndex;
}

function note(lines, points) {
  const marker = (series) => points.find((point) => point.seriesIndex === series)?.marker ?? '';
  return lines.map((line) => marker(line.series) + line.text).join('\n');
}

// The size of an element, its font, and the colours that the custom properties in `names` stand for there: as the style
// sheet writes them, so that the browser need not work out the styles of anything new.
function readLook(host, names) {
  const style = getComputedStyle(host);
  const colours = names.split(' ').map((name) => style.getPropertyValue(name).trim());
  const { fontFamily, fontSize } = style;
  return { width: host.clientWidth, height: host.clientHeight, font: fontFamily, text: parseFloat(fontSize), colours };
}

function onResize(host, tell) {
  const observer = new ResizeObserver(tell);
  observer.observe(host);
  return () => observer.disconnect();
}

// The look changes with the theme and text size, which stand on the root element, and with the system's.
function onRestyle(tell) {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributes: true });
  const stop = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) => onMedia(query, tell));
  return () => {
    observer.disconnect();
    stop.forEach((stop) => stop());
  };
}

// Folds tell nobody above them that they were opened.
function onUnfold(tell) {
  document.addEventListener('toggle', tell, true);
  return () => document.removeEventListener('toggle', tell, true);
}

// Paper does not wait for a frame.
function onPaper(tell) {
  return onMedia('print', tell);
}

function onMedia(query, tell) {
  const media = matchMedia(query);
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
}

function afterPaint(then) {
  requestAnimationFrame(() => setTimeout(then));
}

// How drawings look beside `host`, as JSON: what a place for a chart is told of itself.
export function lookAt(host, names) {
  return JSON.stringify(readLook(host, names));
}

// What `json` describes as the text of an SVG file, without a place on the page.
export async function picture(json, width, height) {
  const { init } = await load();
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(complete(JSON.parse(json)));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
